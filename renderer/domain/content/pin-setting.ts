import { fold } from './fold';
import type { YamlMap } from './yaml-map';

/**
 * The `pin:` of `signage.yaml`, asked for before staff can leave the display (product.md §5); null when none is set. A slip is a warning:
 * it must not take the hours off the screen. The message never holds what was found.
 */
export function readPin(root: YamlMap): string | null {
  if (!root.has('pin')) return null;
  const pin = fold(root.written('pin') ?? '');
  if (/^\d{4,8}$/.test(pin)) return pin;
  root.report.warning(root.line('pin'), 'pin は4〜8桁の数字です。今は暗証番号なしで、確認だけで終了できます');
  return null;
}
