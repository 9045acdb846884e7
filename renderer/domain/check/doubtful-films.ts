import { type CheckRule, warning } from './facts';

/** A film that only some machines can play; the check has no decoder to ask. Telephones record such ones. */
export const doubtfulFilms: CheckRule = ({ files }) =>
  files.flatMap(({ path, facts }) =>
    facts?.kind === 'video' && facts.codec === 'HEVC'
      ? [
          warning(
            path,
            null,
            'HEVC の動画（iPhone の標準）です。再生できない機械が多いので、MP4（H.264）で書き出し直してください',
          ),
        ]
      : [],
  );
