import { statfs } from 'node:fs/promises';

/** Linux's numbers of file systems behind which there is another machine, or a program that may stand for one. */
const SHARES: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2 and 3
  0x65735546, // FUSE: sshfs, rclone, a cloud's own
  0x01021997, // 9P, a virtual machine's folder of its host
  0x564c, // NCP
  0x5346414f, // AFS
  0x73757245, // Coda
]);

/**
 * Whether a folder lies on a share: change events do not arrive, each look is a question to another machine, and sizes and dates
 * come late. A drive letter of Windows does not tell; an address of it (`\\server\share`) does.
 */
export async function liesOnShare(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return folder.startsWith('\\\\') || folder.startsWith('//');
  const { type } = await statfs(folder);
  return SHARES.has(type);
}
