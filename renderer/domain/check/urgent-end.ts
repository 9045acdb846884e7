import { type CheckRule, lineOf, warning } from './facts';

/** An urgent slide that never ends comes between all others for ever. */
export const urgentEnd: CheckRule = ({ content, files }) =>
  content.slides
    .filter(({ priority, show }) => priority === 'urgent' && show.until === null)
    .map(({ file }) =>
      warning(
        file,
        lineOf(files, file, /^\s*priority:/),
        '終わりがありません。ほかのスライドの間に出続けます。show: に until を書いてください',
      ),
    );
