/** Why a server can't be reached, for staff, by the codes of Node and of Chromium. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/CERT_DATE|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/, '番号のサーバーの証明書の期限が切れているか、この機器の時計が違います'],
  [/COMMON_NAME|ALTNAME/, '番号のサーバーの証明書が、アドレスの名前のものではありません'],
  [
    /CERT_|_CERT|SELF_SIGNED|LEAF_SIGNATURE|ISSUER/,
    '番号のサーバーの証明書を信頼できません（庁内の認証局なら、その証明書の登録が要ります）',
  ],
  [/SSL|TLS|EPROTO|WRONG_VERSION/, '番号のサーバーと暗号でつながりません（アドレスの https と http を確かめてください）'],
  [/PROXY|TUNNEL/, '番号のサーバーへの途中のプロキシーにつながりません'],
  [/NAME_NOT_RESOLVED|ENOTFOUND|EAI_AGAIN/, '番号のサーバーの名前が見つかりません'],
  [/REFUSED/, '番号のサーバーが動いていないか、つながせてくれません'],
  [/TIMEDOUT|TIMED_OUT|TIMEOUT/, '番号のサーバーが時間内に答えません'],
  [/redirect/i, '番号のサーバーが別のアドレスへ移そうとしました。signage.yaml のアドレスを確かめてください'],
];

/** Plain Japanese for an error of the network, its causes included. Never the error's own text: it can hold the address. */
export function faultText(error: unknown): string {
  const signs = signsOf(error, 4);
  return FAULTS.find(([form]) => form.test(signs))?.[1] ?? '番号のサーバーにつながりません';
}

function signsOf(error: unknown, depth: number): string {
  if (!(error instanceof Error) || depth === 0) return '';
  return `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message} ${signsOf(error.cause, depth - 1)}`;
}
