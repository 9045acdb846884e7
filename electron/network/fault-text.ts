/** Why a server can't be reached, for staff, by the codes of Node and of Chromium. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/CERT_DATE|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/, '{server}の証明書の期限が切れているか、この機器の時計が違います'],
  [/COMMON_NAME|ALTNAME/, '{server}の証明書が、アドレスの名前のものではありません'],
  [
    /CERT_|_CERT|SELF_SIGNED|LEAF_SIGNATURE|ISSUER/,
    '{server}の証明書を信頼できません（庁内の認証局なら、その証明書の登録が要ります）',
  ],
  [/SSL|TLS|EPROTO|WRONG_VERSION/, '{server}と暗号でつながりません（アドレスの https と http を確かめてください）'],
  [/PROXY|TUNNEL/, '{server}への途中のプロキシーにつながりません'],
  [/NAME_NOT_RESOLVED|ENOTFOUND|EAI_AGAIN/, '{server}の名前が見つかりません'],
  [/REFUSED/, '{server}が動いていないか、つながせてくれません'],
  [/TIMEDOUT|TIMED_OUT|TIMEOUT/, '{server}が時間内に答えません'],
  [/redirect/i, '{server}が別のアドレスへ移そうとしました。signage.yaml のアドレスを確かめてください'],
];

/** Plain Japanese for an error of the network, its causes included; `server` is what staff call the other side. Never the error's own text: it can hold the address. */
export function faultText(error: unknown, server: string): string {
  const signs = signsOf(error, 4);
  return (FAULTS.find(([form]) => form.test(signs))?.[1] ?? '{server}につながりません').replace('{server}', server);
}

function signsOf(error: unknown, depth: number): string {
  if (!(error instanceof Error) || depth === 0) return '';
  return `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message} ${signsOf(error.cause, depth - 1)}`;
}
