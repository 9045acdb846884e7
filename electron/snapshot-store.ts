import type { Snapshot } from '../renderer/domain/snapshot';

/** The one truth that main owns: replaced whole, each replacement a higher revision. */
export class SnapshotStore {
  private readonly listeners = new Set<(snapshot: Snapshot) => void>();

  constructor(private snapshot: Snapshot) {}

  current(): Snapshot {
    return this.snapshot;
  }

  update(change: Partial<Omit<Snapshot, 'revision'>>): void {
    this.snapshot = { ...this.snapshot, ...change, revision: this.snapshot.revision + 1 };
    for (const listener of this.listeners) listener(this.snapshot);
  }

  onChange(listener: (snapshot: Snapshot) => void): void {
    this.listeners.add(listener);
  }
}
