import type { NativeImage } from 'electron';
import type { PaintReport } from '../../renderer/domain/bridge';
import { type PosedPicture, posedSnapshot } from '../../renderer/domain/pictures';
import type { Snapshot } from '../../renderer/domain/snapshot';
import type { BridgeHandlers } from '../bridge';
import type { openPictureWindow, Size } from './picture-window';

/** Room for four pictures of a lying screen in a row, or six of a standing one. */
const SHEET_WIDTH = 2_040;
/** Before it grows with what stands on it. */
const SHEET_HEIGHT = 100;

/**
 * The page in a window for pictures, and how it is posed: told what is on show, it is waited for until that has been drawn. `join` ties it
 * to the bridge and gives the way to push a snapshot.
 */
export function posedPage(
  picture: ReturnType<typeof openPictureWindow>,
  origin: string,
  still: Snapshot,
  size: Size,
  join: (handlers: BridgeHandlers) => (snapshot: Snapshot) => void,
) {
  let current = still;
  let onPaint = (_: PaintReport) => {};
  const nothing = () => {};
  let last: PaintReport | null = null;
  const painted = (report: PaintReport) => {
    last = report;
    onPaint(report);
  };
  const push = join({ current: () => current, remember: nothing, working: nothing, leave: nothing, painted });
  const drawn = (isIt: (report: PaintReport) => boolean) =>
    new Promise<void>((resolve) => {
      onPaint = (report) => {
        if (isIt(report)) resolve();
      };
    });
  return {
    /** The display with a page of this on show, counted from 0, and how many pages there are. */
    async posed(posed: PosedPicture, page: number): Promise<{ readonly picture: NativeImage; readonly pages: number }> {
      const { of, place } = posed;
      const isFirst = current === still;
      const revision = current.revision + 1;
      current = { ...posedSnapshot(still, posed, page), revision };
      // Under an emergency and in the dark there is a slide, too: which one is of no interest.
      const done = drawn((report) => report.revision === revision && (place === null || report.slideId === place.slideId));
      if (isFirst) await picture.load(`${origin}/index.html`, size);
      else push(current);
      return { picture: await picture.take(done), pages: of === null ? 1 : (last?.pages ?? 1) };
    },
    /** One picture of pictures, by their addresses. */
    async sheet(heading: string, addresses: readonly string[]): Promise<NativeImage> {
      const done = drawn(() => true);
      const words = encodeURIComponent(JSON.stringify({ heading, addresses }));
      await picture.load(`${origin}/sheet/index.html?${words}`, { width: SHEET_WIDTH, height: SHEET_HEIGHT });
      await done;
      await picture.growToPage();
      return picture.take(done);
    },
  };
}
