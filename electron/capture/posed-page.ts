import type { NativeImage } from 'electron';
import type { PaintReport } from '../../renderer/domain/bridge';
import type { Place, Snapshot } from '../../renderer/domain/snapshot';
import type { BridgeHandlers } from '../bridge';
import type { openPictureWindow, Size } from './picture-window';

/** Room for four pictures of a lying screen in a row, or six of a standing one. */
const SHEET_WIDTH = 2_040;

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
    /** The display with this turn on show, and how many pages its slide has. */
    async posed(place: Place | null): Promise<{ readonly picture: NativeImage; readonly pages: number }> {
      const isFirst = current === still;
      current = { ...still, revision: current.revision + 1, staff: { place, hold: null } };
      const { revision } = current;
      // Under an emergency and in the dark there is a slide, too: which one is of no interest.
      const done = drawn((report) => report.revision === revision && (place === null || report.slideId === place.slideId));
      if (isFirst) await picture.load(`${origin}/index.html`, size);
      else push(current);
      return { picture: await picture.take(done), pages: last?.pages ?? 1 };
    },
    /** One picture of pictures, by their addresses. */
    async sheet(heading: string, addresses: readonly string[]): Promise<NativeImage> {
      const done = drawn(() => true);
      const words = encodeURIComponent(JSON.stringify({ heading, addresses }));
      await picture.load(`${origin}/sheet/index.html?${words}`, { width: SHEET_WIDTH, height: SHEET_WIDTH });
      await done;
      await picture.growToPage();
      return picture.take(done);
    },
  };
}
