import type { MediaFacts } from '../content/media-facts';
import { type CheckRule, warning } from './facts';

/** Media that only some machines, or nobody without a password, can show; the check has no decoder to ask. */
export const doubtfulMedia: CheckRule = ({ files }) =>
  files.flatMap(({ path, facts }) => {
    const doubt = facts === undefined ? null : doubtOf(facts);
    return doubt === null ? [] : [warning(path, null, doubt)];
  });

function doubtOf(facts: MediaFacts): string | null {
  // Telephones record such ones.
  if (facts.kind === 'video' && facts.codec === 'HEVC') {
    return 'HEVC の動画（iPhone の標準）です。再生できない機械が多いので、MP4（H.264）で書き出し直してください';
  }
  // Whether it opens without the password, as one does that only forbids printing, its decoder must say.
  if (facts.kind === 'document' && facts.isLocked) {
    return 'パスワードか、印刷などの制限がかかった PDF です。開くのにパスワードが要るものは表示できません。パスワードなしで書き出してください';
  }
  return null;
}
