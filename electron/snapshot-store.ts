import type { Problem } from '../renderer/domain/result';
import type { Snapshot } from '../renderer/domain/snapshot';

/** What may become of the snapshot. Problems come from three sides, and each replaces its own. */
export interface Change extends Partial<Omit<Snapshot, 'revision' | 'problems'>> {
  readonly ofFolder?: readonly Problem[];
  readonly ofStatus?: readonly Problem[];
  readonly ofDisk?: readonly Problem[];
}

/** The one truth that main owns: replaced whole, each replacement a higher revision. */
export class SnapshotStore {
  private readonly listeners = new Set<(snapshot: Snapshot) => void>();
  private ofFolder: readonly Problem[] = [];
  private ofStatus: readonly Problem[] = [];
  private ofDisk: readonly Problem[] = [];

  constructor(private snapshot: Snapshot) {}

  current(): Snapshot {
    return this.snapshot;
  }

  update({ ofFolder = this.ofFolder, ofStatus = this.ofStatus, ofDisk = this.ofDisk, ...change }: Change): void {
    this.ofFolder = ofFolder;
    this.ofStatus = ofStatus;
    this.ofDisk = ofDisk;
    const problems = [...ofFolder, ...ofStatus, ...ofDisk];
    this.snapshot = { ...this.snapshot, ...change, problems, revision: this.snapshot.revision + 1 };
    for (const listener of this.listeners) listener(this.snapshot);
  }

  onChange(listener: (snapshot: Snapshot) => void): void {
    this.listeners.add(listener);
  }
}
