import { createHash } from 'node:crypto';
import { hostname } from 'node:os';

/**
 * This display's name at a broker: `fureai-lobby-1-3f2a9c04`. The same after each start; another one on another machine, and for another
 * display of the same machine, which has its own user data.
 */
export function clientIdOf(userData: string): string {
  const machine = hostname();
  const mark = createHash('sha256').update(`${machine}\n${userData}`).digest('hex').slice(0, 8);
  return `fureai-${machine.replace(/[^\w-]/g, '').slice(0, 40)}-${mark}`;
}
