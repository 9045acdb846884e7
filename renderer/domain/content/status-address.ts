import { parseTicketSource } from './ticket-source';
import type { YamlMap } from './yaml-map';

const WANTED = 'mqtts://サーバーの名前/トピックのはじめ の形のアドレスです（例: mqtts://broker.city.example/signage）';

/** An address that can be used, and whether a user or password in it was left out; null when it is none. */
function parseStatusAddress(value: unknown): { readonly address: string; readonly hadSecret: boolean } | null {
  const text = typeof value === 'string' ? value.trim() : '';
  if (!/^mqtts?:\/\//i.test(text) || text.includes('?')) return null;
  const read = parseTicketSource(text.replace(/\/+$/, ''));
  if ('wrong' in read || hidesWildcard(read.source)) return null;
  return { address: read.source, hadSecret: read.hadSecret };
}

/** `%23` is a `#` too. */
function hidesWildcard(address: string): boolean {
  try {
    return /[#+\p{Cc}]/u.test(decodeURIComponent(address));
  } catch {
    return true;
  }
}

/**
 * The `status:` of `signage.yaml`: where the display tells how it is, `mqtts://host/prefix` (product.md §7); null when it tells nobody. A
 * slip here is a warning: whoever looks after the displays must hear of it, but it must not take the hours off the screen. The message never
 * holds what was found: it could be a password.
 */
export function readStatusAddress(root: YamlMap): string | null {
  if (!root.has('status')) return null;
  const read = parseStatusAddress(root.value('status'));
  if (read === null) root.report.warning(root.line('status'), `status は ${WANTED}。状態を送りません`);
  else if (read.hadSecret) {
    root.report.warning(
      root.line('status'),
      'アドレスの中のユーザー名とパスワードは使いません。消して、feed-credentials.json に書いてください',
    );
  }
  return read?.address ?? null;
}
