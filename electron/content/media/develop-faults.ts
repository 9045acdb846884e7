import type { MediaFacts } from '../../../renderer/domain/content/media-facts';
import type { DarkroomFault } from '../../../renderer/domain/darkroom';
import { assertNever } from '../../../renderer/domain/result';
import { tooManyPages } from './document-probe';

/** What can go wrong while a file is opened by its decoder. */
export type DevelopFault = DarkroomFault | { readonly kind: 'crashed' | 'silent' | 'closed' };

/** The fault for staff: what was found, what to do. */
export function faultText(fault: DevelopFault, facts: MediaFacts): string {
  switch (fault.kind) {
    case 'pages':
      return tooManyPages(fault.count);
    case 'password':
      return 'PDF にパスワードがかかっています。パスワードなしで書き出してください';
    case 'undecodable':
    case 'broken':
      return undecodable(facts);
    case 'crashed':
      return 'このファイルを開くと、表示の準備をする部分が止まります。こわれているおそれがあります。別の形式で書き出してください';
    case 'silent':
      return '1分たっても開けません。小さくするか、別の形式で書き出してください';
    case 'closed':
      return '表示用パソコンで、いまは画像や動画を準備できません。担当者に知らせてください';
    default:
      return assertNever(fault);
  }
}

function undecodable(facts: MediaFacts): string {
  if (facts.kind === 'document') return 'PDF として読めません。こわれています。もう一度書き出してください';
  if (facts.kind === 'picture') return '画像を開けません。こわれています。もう一度保存し直してください';
  const way = facts.codec === 'H.264' ? '標準の設定（8ビット）の MP4 か、WebM（VP9）' : 'MP4（H.264）';
  return `この動画（${facts.codec}）は、この表示用パソコンでは再生できません。${way}で書き出し直してください`;
}
