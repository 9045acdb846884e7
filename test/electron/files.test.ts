import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeAtomically } from '../../electron/atomic-file';
import { watchDisk } from '../../electron/disk';
import { openLog } from '../../electron/log';
import { staffFile } from '../../electron/staff-file';
import { problemText } from '../../renderer/domain/result';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signage-files-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe('what staff did', () => {
  const hold = { place: { slideId: '10-a', since: 1 }, hold: { slideId: '10-a', until: 2 } };

  it('is there again after a restart', () => {
    const path = join(folder, 'staff.json');
    staffFile(path, writeAtomically, () => {}).remember(hold);
    expect(staffFile(path, writeAtomically, () => {}).current()).toEqual(hold);
    expect(readdirSync(folder)).toEqual(['staff.json']);
  });

  it.each(['', '{"place":', '[]', '{"place":null,"hold":5}'])(
    'is nothing, and said in the log, when the file holds %j',
    (text) => {
      const path = join(folder, 'staff.json');
      writeFileSync(path, text);
      const log: string[] = [];
      expect(staffFile(path, writeAtomically, (line) => log.push(line)).current()).toEqual({ place: null, hold: null });
      expect(log).toHaveLength(1);
    },
  );

  it('is kept in memory when the disk takes nothing', () => {
    const log: string[] = [];
    const full = () => {
      throw new Error('ENOSPC');
    };
    const file = staffFile(join(folder, 'staff.json'), full, (line) => log.push(line));
    file.remember(hold);
    expect(file.current()).toEqual(hold);
    expect(log[0]).toContain('ENOSPC');
  });

  it('does not wear out the disk with every slide, and is whole at the end', () => {
    let writes = 0;
    const file = staffFile(
      join(folder, 'staff.json'),
      () => (writes += 1),
      () => {},
    );
    for (let since = 0; since < 100; since += 1) file.remember({ place: { slideId: `${since}`, since }, hold: null });
    expect(writes).toBe(1);
    file.flush();
    expect(writes).toBe(2);
  });

  it('of a rehearsal is not written at all', () => {
    const file = staffFile(
      null,
      () => {
        throw new Error('written');
      },
      () => {},
    );
    file.remember(hold);
    file.flush();
    expect(file.current()).toEqual(hold);
  });
});

describe('the disk of the display', () => {
  it('is told of once, as long as it does not take a file, whichever that is, and once more when it takes them all', () => {
    const told: string[][] = [];
    const refused = new Map<string, string>();
    const write = watchDisk(
      (path) => {
        const code = refused.get(path);
        if (code !== undefined) throw Object.assign(new Error(code), { code });
      },
      (problems) => told.push(problems.map(problemText)),
    );
    write('/d/staff.json', '');
    expect(told).toEqual([]);
    refused.set('/d/staff.json', 'ENOSPC').set('/d/status.json', 'ENOSPC');
    for (const path of refused.keys()) expect(() => write(path, '')).toThrow('ENOSPC');
    write('/d/content.json', '');
    expect(told).toEqual([[expect.stringMatching(/^表示用パソコン: ディスクがいっぱいで、書き込めません。表示は続きますが/)]]);
    refused.set('/d/staff.json', 'EROFS').delete('/d/status.json');
    expect(() => write('/d/staff.json', '')).toThrow('EROFS');
    write('/d/status.json', '');
    expect(told.at(-1)).toEqual([expect.stringContaining('ディスクが書き込み禁止になっています')]);
    refused.clear();
    write('/d/staff.json', '');
    expect(told.at(-1)).toEqual([]);
    refused.set('/d/staff.json', 'EACCES');
    expect(() => write('/d/staff.json', '')).toThrow();
    expect(told.at(-1)).toEqual([expect.stringContaining('ディスクに書き込めません（EACCES）')]);
  });
});

describe('the log', () => {
  it('stays bounded, and says the same thing once a minute', () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const path = join(folder, 'logs', 'signage.log');
    let now = 0;
    const log = openLog(path, () => now);
    log('x');
    log('x');
    now += 60_000;
    log('x');
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(2);
    for (let line = 0; line < 6_000; line += 1) log(`${line} ${'y'.repeat(1_000)}`);
    const sizes = readdirSync(join(folder, 'logs')).map((name) => statSync(join(folder, 'logs', name)).size);
    expect(sizes).toHaveLength(3);
    expect(Math.max(...sizes)).toBeLessThan(1_100_000);
  });

  it('never throws, whatever the disk says', () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    mkdirSync(join(folder, 'logs', 'signage.log'), { recursive: true });
    openLog(join(folder, 'logs', 'signage.log'), Date.now)('x');
    expect(existsSync(folder)).toBe(true);
  });
});
