import { basename } from 'node:path';
import type { Problem } from '../renderer/domain/result';

/** Replaces a small file whole, and throws what the disk says. */
export type Write = (path: string, text: string) => void;

/**
 * Knows whether the display's own disk takes what is to outlive it, from what becomes of each `write`. `changed` gets what staff should
 * know: one problem while there is any file that the disk does not take, none when all is well again.
 */
export function watchDisk(write: Write, changed: (problems: readonly Problem[]) => void): Write {
  const faults = new Map<string, string>();
  let told: string | null = null;
  const tell = () => {
    const [fault = null] = faults.values();
    if (fault === told) return;
    told = fault;
    changed(fault === null ? [] : [{ file: '表示用パソコン', line: null, level: 'error', message: faultText(fault) }]);
  };
  return (path, text) => {
    try {
      write(path, text);
      faults.delete(basename(path));
    } catch (error) {
      faults.set(basename(path), (error as NodeJS.ErrnoException).code ?? 'I/O');
      throw error;
    } finally {
      tell();
    }
  };
}

function faultText(code: string): string {
  return `${found(code)}。表示は続きますが、電源が切れると係員の操作と前の内容が残りません。担当者に知らせてください`;
}

function found(code: string): string {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'ディスクがいっぱいで、書き込めません';
  if (code === 'EROFS') return 'ディスクが書き込み禁止になっています';
  return `ディスクに書き込めません（${code}）`;
}
