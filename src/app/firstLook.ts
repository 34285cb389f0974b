import { type Disposable } from './event';
import { type FileChanges, type FileWatch, type Membership } from './ports';

/**
 * Looks whether any of the workspace's folders is a corpus, and waits for one to become one. All that is done where there is none: one
 * look a folder, and a watch for the files that make a corpus.
 */
export class FirstLook implements Disposable {
  /** The folders that are known, with the watch for what would make one a corpus. */
  private readonly folders = new Map<string, Disposable | undefined>();
  /** What was just found out of folders, until somebody asks. */
  private readonly answers = new Map<string, Promise<boolean>>();
  private isOver = false;

  /** `found` is called once, with the first corpus. */
  constructor(
    private readonly membership: Membership,
    private readonly watch: FileWatch,
    private readonly found: () => void,
  ) {}

  /** Takes the addresses of the workspace's folders as they are now; resolves once those that are new have been looked at. */
  async setFolders(folders: readonly string[]): Promise<void> {
    const wanted = new Set(folders);
    for (const folder of [...this.folders.keys()]) if (!wanted.has(folder)) this.forget(folder);
    await Promise.all(folders.filter(folder => !this.folders.has(folder)).map(folder => this.examine(folder)));
  }

  /** The same membership, for who looks next: no folder is searched twice at once. */
  get handedOver(): Membership {
    const { membership, answers } = this;
    return {
      isAdopted: folder => membership.isAdopted(folder),
      setAdopted: (folder, adopted) => membership.setAdopted(folder, adopted),
      holdsMarkers: folder => {
        const answer = answers.get(folder);
        answers.delete(folder);
        return answer ?? membership.holdsMarkers(folder);
      },
    };
  }

  /** Looks at nothing any more: somebody else does. */
  dispose(): void {
    this.isOver = true;
    for (const folder of [...this.folders.keys()]) this.forget(folder);
  }

  private async examine(folder: string): Promise<void> {
    if (this.isOver) return;
    this.folders.set(folder, undefined);
    if (this.membership.isAdopted(folder)) return this.end();
    const answer = this.membership.holdsMarkers(folder);
    this.answers.set(folder, answer);
    // A folder that does not answer now may do so later: it is no corpus before it says so.
    if (await answer.catch(() => false)) return this.end();
    this.answers.delete(folder);
    if (!this.folders.has(folder)) return;
    const ended = ({ created }: FileChanges): void => {
      if (created.length) this.end();
    };
    this.folders.set(folder, this.watch.watch(folder, false, ended));
  }

  private forget(folder: string): void {
    this.folders.get(folder)?.dispose();
    this.folders.delete(folder);
  }

  private end(): void {
    if (this.isOver) return;
    this.dispose();
    this.found();
  }
}
