import type { PaintReport } from '../renderer/domain/bridge';

/** Knows when the first picture of the content is on the glass: what is not needed for it had better wait until then. */
export function firstPicture() {
  let wanted: number | null = null;
  let shown = () => {};
  return {
    /** Resolves once it is there, be it the standby. */
    isShown: new Promise<void>((resolve) => {
      shown = resolve;
    }),
    /** The folder has been read: the content is in the snapshot of this revision. */
    read(revision: number): void {
      wanted ??= revision;
    },
    painted({ revision }: PaintReport): void {
      if (wanted !== null && revision >= wanted) shown();
    },
  };
}
