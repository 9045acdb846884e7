import type { DarkroomBridge, DarkroomJob, Sheet } from '../domain/darkroom';
import { assertNever } from '../domain/result';
import { drawDocument } from './document';
import { failed, type Outcome } from './outcome';
import { tryPicture } from './picture';
import { tryVideo } from './video';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly darkroom: DarkroomBridge;
  }
}

window.darkroom.onJob((job) => {
  const { id } = job;
  const hand = (sheet: Sheet) => window.darkroom.report({ kind: 'sheet', id, sheet });
  develop(job, hand).then(
    (outcome) => window.darkroom.report({ ...outcome, id }),
    (error: unknown) => window.darkroom.report({ ...failed({ kind: 'broken' }, error), id }),
  );
});
window.darkroom.report({ kind: 'ready' });

function develop(job: DarkroomJob, hand: (sheet: Sheet) => void): Promise<Outcome> {
  switch (job.kind) {
    case 'picture':
      return tryPicture(job, hand);
    case 'video':
      return tryVideo(job);
    case 'document':
      return drawDocument(job, hand);
    default:
      return assertNever(job.kind);
  }
}
