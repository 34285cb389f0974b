import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { parseSidecar } from '../../src/core/sidecar/parseSidecar';
import { type TestAccess } from '../../src/extension';
import { COMMANDS } from '../../src/vscode/names';
import { newsText } from '../bench/newsText';
import { SeededRandom } from '../bench/seededRandom';
import { type SoakJob } from './control';
import { type Ledger } from './ledger';
import { ARTICLES, BRANCHES, git, nameOf, SMALL_DISK } from './soakDesk';
import { TroubledFileSystem, type Trouble } from './troubledFileSystem';

const SCHEME = 'soak';
const SUFFIX = '.pressmark.yaml';
const LARGE_BLOCK = 64 * 1024;
const STORM = 2_000;
/** What Pressmark has to take in is taken in by then, on a slow machine too; in milliseconds. */
const MOST_WAIT = 120_000;
const TYPED = 'On the quay 40 men said “no, we shall never sell the ferry,” and Ada Lomsed wrote it down. ';
const NOT_SAVED = 'Nothing was saved';

/** An article as the ledger knows it. */
interface Place {
  readonly branch: string;
  readonly document: string;
  readonly uri: vscode.Uri;
}

const exec = promisify(execFile);

/** A busy editor's work, and what befalls it. Each change is made by the command that a user has, and looked for on disk at once. */
export class SoakWork {
  /** What was not as it should be. */
  readonly wrong: string[] = [];
  private readonly done = new Map<string, number>();
  private readonly messages: string[] = [];
  private readonly disk = new TroubledFileSystem();
  private readonly random: SeededRandom;
  private access!: TestAccess;
  private branch: string;
  /** The button that is pressed on messages that have it. */
  private press: string | undefined;
  private isRefusalExpected = false;
  private step = 0;

  constructor(
    private readonly folder: vscode.Uri,
    private readonly job: SoakJob,
    private readonly ledger: Ledger,
    private readonly life: number,
  ) {
    this.random = new SeededRandom(100 + life);
    this.branch = git(folder.fsPath, 'branch', '--show-current').trim();
  }

  /** What was done, and what the user was told. */
  get lines(): readonly string[] {
    const told = new Map<string, number>();
    for (const message of this.messages) {
      const kind = message.replace(/“[^”]*”|\S+\.(?:txt|yaml)\S*|\d+/g, '…');
      told.set(kind, (told.get(kind) ?? 0) + 1);
    }
    return [
      [...this.done].map(([what, times]) => `${times} ${what}`).join(', '),
      ...[...told].slice(0, 12).map(([text, times]) => `told ${times} times: ${text.slice(0, 160)}`),
    ];
  }

  async begin(access: TestAccess): Promise<void> {
    this.access = access;
    const window = vscode.window as unknown as Record<string, unknown>;
    for (const kind of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage']) {
      window[kind] = async (text: string, ...rest: readonly unknown[]): Promise<unknown> => {
        this.messages.push(text);
        if (text.includes(NOT_SAVED) && !this.isRefusalExpected) this.wrong.push(`told: ${text}`);
        // As soon as a hand is there.
        await pause(50);
        return rest.find(button => button === this.press && button !== undefined);
      };
    }
    vscode.workspace.registerFileSystemProvider(SCHEME, this.disk, { isCaseSensitive: true });
    const files = vscode.workspace.fs;
    await files.createDirectory(vscode.Uri.from({ scheme: SCHEME, path: '/desk' }));
    await files.writeFile(this.provided('pressmark.yaml'), Buffer.from('version: 1\n'));
    for (let i = 0; i < 20; i++)
      await files.writeFile(this.provided(`far-${i}.txt`), Buffer.from(newsText(3000, 20, i + 1)));
    if (this.job.smallDisk !== undefined && !existsSync(path.join(this.job.smallDisk, 'near-0.txt')))
      for (let i = 0; i < 10; i++)
        await writeFile(path.join(this.job.smallDisk, `near-${i}.txt`), newsText(3000, 20, i + 50));
    for (const branch of [this.branch, SMALL_DISK])
      for (const document of this.ledger.documents(branch))
        this.ledger.settle(branch, document, await this.bases(this.place(branch, document)));
    await this.removeProvided();
    await this.caughtUp('the beginning');
    // As a user has it who has been at it for a while: all views were shown, and all code that draws them is loaded.
    for (const view of [access.documents, access.annotations, access.sources]) this.countRows(view);
    await this.look(this.article());
    await this.caughtUp('a look at everything');
  }

  /** Rows that VS Code asked the views for. */
  rows = 0;

  private countRows(view: { getTreeItem(node: never): vscode.TreeItem }): void {
    const own = view.getTreeItem.bind(view);
    view.getTreeItem = node => {
      this.rows++;
      return own(node);
    };
  }

  /** About six minutes of an editor's work. */
  async round(number: number): Promise<void> {
    const place = this.article();
    await this.write(place);
    for (let i = 0; i < 3; i++) await this.tag(place);
    await this.tag(this.article());
    await this.edit();
    await this.undoAndRedo();
    await this.remove();
    await this.writeByHand();
    await this.look(place);
    if (number % 2 === 0) await this.storm(number);
    if (number % 2 === 1) await this.troubles();
    if (number % 3 === 0) await this.checkout();
    if (number % 3 === 1) await this.smallDiskFull();
    if (number % 3 === 2) await this.smallDiskReadOnly();
    if (number % 4 === 3) await this.move(number);
    await this.caughtUp(`round ${number}`);
    if (number % 2 === 1) await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  }

  /** Changes one annotation, of which there are some. */
  async save(): Promise<void> {
    await this.edit();
  }

  async end(): Promise<void> {
    if (this.branch !== BRANCHES[0]) await this.checkout();
    await this.removeProvided();
  }

  private count(what: string, times = 1): void {
    this.done.set(what, (this.done.get(what) ?? 0) + times);
  }

  private place(branch: string, document: string): Place {
    return { branch, document, uri: vscode.Uri.joinPath(this.folder, document) };
  }

  private article(): Place {
    for (;;) {
      const document = nameOf(this.random.below(ARTICLES));
      if (existsSync(path.join(this.folder.fsPath, document))) return this.place(this.branch, document);
    }
  }

  private readonly provided = (name: string): vscode.Uri => vscode.Uri.from({ scheme: SCHEME, path: `/desk/${name}` });

  // What an editor does

  private async write({ uri }: Place): Promise<void> {
    const editor = await vscode.window.showTextDocument(uri);
    const { document } = editor;
    const lines = [...Array(document.lineCount).keys()].filter(line => document.lineAt(line).text.length > 40);
    const { end } = document.lineAt(this.random.pick(lines)).range;
    editor.selection = new vscode.Selection(end, end);
    const typed = ` ${TYPED}${++this.step}.`;
    for (const text of typed) await vscode.commands.executeCommand('type', { text });
    await document.save();
    this.count('keys', typed.length);
    if (!(await readFile(uri.fsPath, 'utf8')).includes(typed)) this.wrong.push(`what was typed is not in ${uri.path}`);
    this.count('saves of articles');
  }

  /** Tags a quote; where something is in its way, until it is saved. */
  private async tag(place: Place, act: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const editor = await vscode.window.showTextDocument(place.uri);
    const before = await this.bases(place);
    const text = editor.document.getText();
    const stored = parseSidecar(await this.sidecar(place)).annotations.map(({ quote }) => quote);
    const quotes = [...text.matchAll(/“([^”]{12,})”/g)].filter(
      ([, words]) => !stored.some(quote => words!.includes(quote) || quote.includes(words!)),
    );
    if (!quotes.length) return;
    const quote = this.random.pick(quotes);
    const start = quote.index + 1;
    const basis = this.nextBasis();
    const argument = { document: place.uri.toString(), start, end: start + quote[1]!.length };
    const tagging = async (): Promise<void> => {
      await vscode.commands.executeCommand(COMMANDS.tagPassage, {
        ...argument,
        judgement: { stance: 'against', basis },
      });
    };
    const made = async (): Promise<string | undefined> =>
      [...(await this.bases(place))].find(([id, found]) => found === basis && !before.has(id))?.[0];
    const started = Date.now();
    const acting = act();
    await tagging();
    await acting;
    // An article that was opened this very moment may still be unknown: nothing is tagged then, and nothing is said.
    while ((await made()) === undefined && Date.now() - started < 20_000) {
      await pause(100);
      await tagging();
    }
    const id = await made();
    if (id === undefined) this.wrong.push(`not tagged: “${quote[1]}” in ${place.uri.toString()}`);
    else this.ledger.add({ ...this.keys(place), id, basis, done: true });
    this.count('passages tagged');
  }

  private async edit(): Promise<void> {
    const chosen = this.annotation();
    if (chosen) await this.change(chosen.place, chosen.id);
  }

  private async change(place: Place, id: string, act?: () => Promise<void>): Promise<void> {
    const basis = this.nextBasis();
    this.ledger.add({ ...this.keys(place), id, basis, done: false });
    const edit = { document: place.uri.toString(), id, judgement: { basis } };
    const acting = act?.();
    await vscode.commands.executeCommand(COMMANDS.editAnnotation, edit);
    await acting;
    await this.expect(place, id, basis, 'changed');
    this.count('annotations changed');
  }

  private async undoAndRedo(): Promise<void> {
    const chosen = this.annotation();
    if (!chosen) return;
    const { place, id, basis } = chosen;
    await this.change(place, id);
    const changed = (await this.bases(place)).get(id) ?? null;
    await vscode.commands.executeCommand(COMMANDS.undo);
    await this.expect(place, id, basis, 'undone');
    await vscode.commands.executeCommand(COMMANDS.redo);
    await this.expect(place, id, changed, 'redone');
    this.count('undos');
  }

  private async remove(): Promise<void> {
    const chosen = this.annotation();
    if (!chosen) return;
    const { place, id, basis } = chosen;
    await vscode.commands.executeCommand(COMMANDS.removeAnnotation, { document: place.uri.toString(), id });
    await this.expect(place, id, null, 'removed');
    if (this.random.below(2)) {
      await vscode.commands.executeCommand(COMMANDS.undo);
      await this.expect(place, id, basis, 'put back');
    }
    this.count('removals');
  }

  /** Changes a sidecar in its editor, and by a command before that is saved. */
  private async writeByHand(): Promise<void> {
    const chosen = this.annotation();
    if (!chosen) return;
    const { place, id, basis } = chosen;
    const sidecar = place.uri.with({ path: place.uri.path + SUFFIX });
    const editor = await vscode.window.showTextDocument(sidecar);
    // An editor that was open already takes a moment to show what was written to the disk; until then it refuses to save.
    const onDisk = await this.sidecar(place);
    await this.until(`the editor shows ${sidecar.path} as it is`, () => editor.document.getText() === onDisk);
    const at = onDisk.indexOf(`basis: ${basis}`);
    if (at < 0) {
      this.wrong.push(`${sidecar.path} does not say ${basis}`);
      return;
    }
    const position = editor.document.positionAt(at + 'basis: '.length);
    await editor.edit(edit =>
      edit.replace(new vscode.Range(position, position.translate(0, basis.length)), `${basis}.hand`),
    );
    const edit = { document: place.uri.toString(), id, judgement: { target: 'the ferry' } };
    await vscode.commands.executeCommand(COMMANDS.editAnnotation, edit);
    // On a busy machine VS Code refuses now and then, and saves when it is asked once more; what it never saves is wrong.
    if (!(await editor.document.save())) {
      this.count('saves that VS Code refused at first');
      await pause(1000);
      if (!(await editor.document.save())) this.wrong.push(`the editor of ${sidecar.path} could not save`);
    }
    await this.expect(place, id, `${basis}.hand`, 'written by hand');
    const { annotations } = parseSidecar(await this.sidecar(place));
    if (annotations.find(found => found.id === id)?.target !== 'the ferry')
      this.wrong.push(`the target set while ${sidecar.path} was open is not there`);
    this.count('sidecars edited by hand');
  }

  /** Everything that is made to be looked at. */
  private async look({ uri }: Place): Promise<void> {
    const { document } = await vscode.window.showTextDocument(uri);
    const { executeCommand } = vscode.commands;
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    for (const line of [2, 4]) await executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(line, 12));
    await executeCommand('vscode.executeCodeActionProvider', uri, whole);
    await executeCommand('vscode.executeInlayHintProvider', uri, whole);
    await executeCommand(COMMANDS.openReport);
    await pause(1000);
    await executeCommand('workbench.action.closeActiveEditor');
    await executeCommand(COMMANDS.toggleHighlights);
    await executeCommand(COMMANDS.toggleHighlights);
    for (const view of ['documents', 'annotations', 'quotesAndClaims']) await executeCommand(`pressmark.${view}.focus`);
    await executeCommand(COMMANDS.groupByStory);
    await executeCommand(COMMANDS.groupByFolder);
    await executeCommand('workbench.action.splitEditor');
    await executeCommand('workbench.action.closeActiveEditor');
    this.count('looks');
  }

  private async move(number: number): Promise<void> {
    const chosen = this.annotation();
    if (!chosen || chosen.place.branch === SMALL_DISK) return;
    const { place } = chosen;
    const to = this.place(place.branch, `week${number % 12}/moved-${this.life}-${number}.txt`);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(place.uri, to.uri);
    await vscode.workspace.applyEdit(edit);
    this.ledger.add({ branch: place.branch, document: place.document, to: to.document });
    const found = await this.bases(to);
    this.wrong.push(...this.ledger.lost(to.branch, to.document, found));
    this.count('articles moved');
  }

  // What befalls it

  /** git checks the other branch out, while annotations on the other disk are changed. */
  private async checkout(): Promise<void> {
    await vscode.workspace.saveAll();
    const cwd = this.folder.fsPath;
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-q', '--allow-empty', '-m', `Life ${this.life}, step ${this.step}`);
    const other = BRANCHES.find(branch => branch !== this.branch)!;
    const running = exec('git', ['checkout', '-q', other], { cwd });
    const near = this.annotation(SMALL_DISK);
    if (near) await this.change(near.place, near.id);
    await running;
    this.branch = other;
    this.count('checkouts');
    await this.caughtUp(`checking out ${other}`);
  }

  /** Another program makes, changes, renames and deletes thousands of files. */
  private async storm(number: number): Promise<void> {
    const folder = path.join(this.folder.fsPath, `storm-${this.life}-${number}`);
    await mkdir(folder);
    const sidecar = 'version: 1\nannotations:\n  - id: storm\n    quote: Storm\n    stance: neutral\n';
    for (let i = 0; i < STORM; i++) {
      const file = path.join(folder, `${i}.txt`);
      await writeFile(file, `Storm ${i}\n\n“It blew for ${i} hours,” said Ada Lomsed.\n`);
      if (i % 10 === 0) await writeFile(file + SUFFIX, sidecar);
      if (i % 3 === 0) await unlink(file);
    }
    await rename(folder, `${folder}-over`);
    await pause(this.random.below(600));
    await rm(`${folder}-over`, { recursive: true });
    this.count('storms');
    await this.caughtUp('a storm');
  }

  private async smallDiskFull(): Promise<void> {
    const { smallDisk } = this.job;
    if (smallDisk === undefined) return;
    const ballast = path.join(smallDisk, 'ballast.bin');
    const fill = async (): Promise<void> => {
      // A block at a time, until not one more has room.
      for (let block = LARGE_BLOCK; block >= 512; block /= 2) {
        try {
          for (;;) await writeFile(ballast, Buffer.alloc(block), { flag: 'a' });
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
    };
    await this.refusedUntil(this.near(), /no space/, fill, () => rm(ballast));
    this.count('disks full');
  }

  private async smallDiskReadOnly(): Promise<void> {
    const { smallDisk } = this.job;
    if (smallDisk === undefined) return;
    const remount = (mode: string) => (): Promise<unknown> => exec('mount', ['-o', `remount,${mode}`, smallDisk]);
    await this.refusedUntil(this.near(), /read-only/, remount('ro'), remount('rw'));
    this.count('permissions lost');
  }

  private near = (): Place => this.place(SMALL_DISK, `${SMALL_DISK}/near-${this.random.below(10)}.txt`);

  /** A change that is refused, left alone; then one of which the user tries again and again while what is in its way is removed. */
  private async refusedUntil(
    place: Place,
    message: RegExp,
    begin: () => Promise<unknown>,
    mend: () => Promise<unknown>,
  ): Promise<void> {
    const { document } = await vscode.window.showTextDocument(place.uri);
    await begin();
    this.isRefusalExpected = true;
    try {
      const before = await this.sidecar(place);
      const told = this.messages.length;
      const quote = /“[^”]{12,}”/.exec(document.getText())!;
      const argument = { document: place.uri.toString(), start: quote.index, end: quote.index + quote[0].length };
      for (let tries = 0; tries < 100 && this.messages.length === told; tries++) {
        await vscode.commands.executeCommand(COMMANDS.tagPassage, { ...argument, judgement: { basis: 'refused' } });
        await pause(100);
      }
      if (!message.test(this.messages.at(-1) ?? '')) this.wrong.push(`refused without a word: ${this.messages.at(-1)}`);
      if ((await this.sidecar(place)) !== before) this.wrong.push(`${place.uri.path} was written though refused`);
      this.press = 'Try Again';
      await this.tag(place, async () => {
        await pause(400);
        await mend();
      });
    } finally {
      this.press = undefined;
      this.isRefusalExpected = false;
    }
  }

  /** A folder on a file system that an extension brings along, which fares badly; it comes and goes. */
  private async troubles(): Promise<void> {
    const count = vscode.workspace.workspaceFolders!.length;
    vscode.workspace.updateWorkspaceFolders(count, 0, { uri: this.provided('').with({ path: '/desk' }), name: 'far' });
    await this.until('the far folder is listed', () =>
      this.access.corpus.folders.some(({ folder, state }) => folder.uri.startsWith(SCHEME) && state === 'corpus'),
    );
    const far = (): Place => {
      const name = `far-${this.random.below(20)}.txt`;
      return { branch: `${SCHEME}-${this.life}`, document: name, uri: this.provided(name) };
    };
    const in_ = async (trouble: Trouble, work: () => Promise<void>): Promise<void> => {
      this.disk.trouble = trouble;
      try {
        await work();
      } finally {
        this.disk.trouble = 'none';
      }
    };
    await this.tag(far());
    this.isRefusalExpected = true;
    for (const [trouble, message] of [
      ['full', /no space/],
      ['forbidden', /read-only/],
      ['away', /away/],
    ] as const) {
      const set = (to: Trouble) => (): Promise<void> => {
        this.disk.trouble = to;
        return Promise.resolve();
      };
      await this.refusedUntil(far(), message, set(trouble), set('none'));
    }
    await in_('slow', () => this.tag(far()));
    await in_('failing', async () => {
      await vscode.commands.executeCommand(COMMANDS.refresh);
      await pause(200);
    });
    const documents = this.access.corpus.documents.filter(({ uri }) => uri.startsWith(SCHEME));
    if (documents.length !== 20) this.wrong.push(`${documents.length} of 20 articles after a refresh that failed`);
    this.isRefusalExpected = false;
    for (const document of this.ledger.documents(`${SCHEME}-${this.life}`))
      this.wrong.push(
        ...this.ledger.lost(
          `${SCHEME}-${this.life}`,
          document,
          await this.bases({ branch: '', document, uri: this.provided(document) }),
        ),
      );
    this.disk.trouble = 'slow';
    await this.removeProvided();
    this.disk.trouble = 'none';
    this.count('rounds of provider errors');
  }

  private async removeProvided(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const at = vscode.workspace.workspaceFolders!.findIndex(({ uri }) => uri.scheme === SCHEME);
    if (at >= 0) vscode.workspace.updateWorkspaceFolders(at, 1);
    await this.until('the far folder is gone', () => this.access.corpus.folders.length === 1);
    await this.until('nobody watches the far folder', () => this.disk.watchers === 0);
  }

  // What is asked of the disk, and of Pressmark

  private async sidecar({ uri }: Place): Promise<string> {
    const file = uri.with({ path: uri.path + SUFFIX });
    if (uri.scheme === 'file') return existsSync(file.fsPath) ? readFile(file.fsPath, 'utf8') : '';
    return this.disk.peek(file);
  }

  private async bases(place: Place): Promise<ReadonlyMap<string, string>> {
    const { annotations } = parseSidecar(await this.sidecar(place));
    return new Map(annotations.map(({ id, basis }) => [id, basis ?? '']));
  }

  /** A change that the user was told is made: it is on disk. */
  private async expect(place: Place, id: string, basis: string | null, what: string): Promise<void> {
    const found = (await this.bases(place)).get(id) ?? null;
    if (found !== basis)
      this.wrong.push(`${what}: ${place.uri.path} ${id} says ${found}, not ${basis}; ${this.messages.at(-1)}`);
    else this.ledger.add({ ...this.keys(place), id, basis, done: true });
  }

  private keys = ({ branch, document }: Place) => ({ branch, document });

  private nextBasis = (): string => `seen ${this.life}.${++this.step}`;

  /** An annotation that is there, on the branch that is checked out. */
  private annotation(
    branch = this.branch,
  ): { readonly place: Place; readonly id: string; readonly basis: string } | undefined {
    const all = this.ledger
      .documents(branch)
      .flatMap(document =>
        this.ledger
          .annotations(branch, document)
          .map(([id, basis]) => ({ place: this.place(branch, document), id, basis })),
      );
    return all.length ? this.random.pick(all) : undefined;
  }

  /** Waits until Pressmark knows what is on disk: which articles there are, and what all sidecars read. */
  async caughtUp(after: string): Promise<void> {
    const { corpus, store, sourceIndex } = this.access;
    let difference = '';
    const isCaughtUp = async (): Promise<boolean> => {
      const files = await this.files();
      const known = corpus.documents.filter(({ uri }) => uri.startsWith('file:'));
      const sidecars = new Map<string, string>();
      for (const file of files.filter(file => file.endsWith(SUFFIX)))
        sidecars.set(vscode.Uri.file(file.slice(0, -SUFFIX.length)).toString(), await readFile(file, 'utf8'));
      const articles = files.filter(file => file.endsWith('.txt')).map(file => vscode.Uri.file(file).toString());
      const present = new Set(known.filter(({ missing }) => !missing).map(({ uri }) => uri));
      const differences = [
        ...articles.filter(uri => !present.has(uri)).map(uri => `not listed: ${uri}`),
        ...[...present].filter(uri => !articles.includes(uri)).map(uri => `listed, but gone: ${uri}`),
        ...[...sidecars]
          .filter(([uri, source]) => store.state(uri)?.source !== source)
          .map(([uri]) => `sidecar not read: ${uri}`),
        ...store.documents
          .filter(uri => uri.startsWith('file:') && store.state(uri)?.source !== undefined && !sidecars.has(uri))
          .map(uri => `sidecar kept, but gone: ${uri}`),
      ];
      difference = `${differences.length} differences, ${differences.slice(0, 3).join(', ')}${sourceIndex.isSettled ? '' : ', the index is at work'}`;
      return differences.length === 0 && sourceIndex.isSettled;
    };
    const started = Date.now();
    while (!(await isCaughtUp())) {
      if (Date.now() - started > MOST_WAIT) {
        this.wrong.push(`Pressmark has not caught up ${MOST_WAIT / 1000} s after ${after}: ${difference}`);
        return;
      }
      await pause(200);
    }
  }

  private async files(): Promise<readonly string[]> {
    const found = await readdir(this.folder.fsPath, { recursive: true });
    return found.filter(name => !name.startsWith('.git')).map(name => path.join(this.folder.fsPath, name));
  }

  private async until(what: string, condition: () => boolean): Promise<void> {
    const started = Date.now();
    while (!condition()) {
      if (Date.now() - started > MOST_WAIT) {
        this.wrong.push(`not after ${MOST_WAIT / 1000} s: ${what}`);
        return;
      }
      await pause(50);
    }
  }
}
