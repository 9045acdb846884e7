import { readlinkSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Whether this is the only display on the machine. Chromium's lock names host and process; one left by another host name (a
 * cloned box, a renamed one) would be honoured for ever, and the start fail: it is removed.
 */
export function isOnlyInstance(): boolean {
  const lock = join(app.getPath('userData'), 'SingletonLock');
  try {
    const owner = readlinkSync(lock);
    if (owner.slice(0, owner.lastIndexOf('-')) !== hostname()) unlinkSync(lock);
  } catch {
    // No lock, or a system that keeps it elsewhere.
  }
  return app.requestSingleInstanceLock();
}
