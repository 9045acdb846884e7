// @ts-check
import { readdirSync, readFileSync } from 'node:fs';

/** @param {number} pid @returns {number[]} the process and all it has started */
export function family(pid) {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/status`, 'utf8').includes(`PPid:\t${pid}\n`);
      } catch {
        return false;
      }
    })
    .map(Number);
  return [pid, ...children.flatMap(family)];
}

/** @param {number} pid processor time of it and all it has started */
export function cpuSeconds(pid) {
  return family(pid).reduce((sum, one) => {
    const fields = readFileSync(`/proc/${one}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) / 100;
  }, 0);
}

/** @param {number} pid memory of it and all it has started, with shared pages counted once among those that share them */
export function memoryMb(pid) {
  return family(pid).reduce((sum, one) => sum + proportionalKb(one), 0) / 1024;
}

/** @param {number} pid */
function proportionalKb(pid) {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
}

/** @param {number} ms */
export function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * @param {readonly number[]} values
 * @param {number} part
 */
export function at(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? Number.NaN;
}
