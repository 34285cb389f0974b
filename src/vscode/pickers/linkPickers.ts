import * as vscode from 'vscode';
import { type Event } from '../../app/event';
import { excerpt } from '../../core/annotation/excerpt';
import { LINK_RELATIONS, type LinkRelation } from '../../core/annotation/model';
import { relationLabels } from '../linkText';
import { labelText } from '../messageText';
import { plainItems, showQuickPick } from '../quickPick';

/** Characters of a passage in a title, and in a choice. */
const TITLE_CHARACTERS = 60;
const CHOICE_CHARACTERS = 120;

/** So many choices are shown at once; typing finds the others. */
const MOST_SHOWN = 100;

/** Milliseconds for which the list waits for what is to be on top of it. */
const PATIENCE_MS = 300;

/** Milliseconds in which the workbench shows new choices, be it on another machine: what it says of one before then may mean one of the old. */
const SETTLING_MS = 250;

/** Asks how a passage has to do with another. `proposed` is what Enter takes; `none`: that there is to be no link can be chosen, too. */
export async function askRelation(
  passage: string,
  other: string | undefined,
  proposed: string | undefined,
  none: true,
): Promise<LinkRelation | 'none' | undefined>;
export async function askRelation(
  passage: string,
  other: string | undefined,
  proposed?: string,
): Promise<LinkRelation | undefined>;
export async function askRelation(
  passage: string,
  other: string | undefined,
  proposed?: string,
  none?: true,
): Promise<LinkRelation | 'none' | undefined> {
  const labels = relationLabels();
  const order = [...LINK_RELATIONS].sort((a, b) => Number(b === proposed) - Number(a === proposed));
  const items: (vscode.QuickPickItem & { readonly value: LinkRelation | 'none' })[] = order.map(relation => ({
    value: relation,
    label: labels[relation].label,
    detail: labels[relation].definition,
    ...(relation === proposed ? { description: none ? vscode.l10n.t('proposed') : vscode.l10n.t('as it is') } : {}),
  }));
  if (none)
    items.push({
      value: 'none',
      label: vscode.l10n.t('No link'),
      detail: vscode.l10n.t('The passage is tagged, and nothing else.'),
    });
  const chosen = await showQuickPick(items, {
    title: vscode.l10n.t('Link: {0}', excerpt(passage, TITLE_CHARACTERS)),
    placeHolder:
      other === undefined
        ? vscode.l10n.t('How does this passage have to do with the other?')
        : vscode.l10n.t('How does it have to do with: {0}', excerpt(other, TITLE_CHARACTERS)),
    matchOnDetail: true,
  });
  return chosen?.value;
}

/** Something to choose, and what it stands for. */
export interface LinkChoice<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

/** A passage as a choice. */
export const passageChoice = <T>(icon: string, quote: string, description: string, value: T): LinkChoice<T> => ({
  label: `$(${icon}) ${labelText(excerpt(quote, CHOICE_CHARACTERS))}`,
  description: labelText(description),
  value,
});

/** What is shown on top of very many choices. */
export interface TopChoices<T> {
  readonly find: () => Promise<readonly LinkChoice<T>[]>;
  /** Why more may be found later, in place of the placeholder; undefined where all is known. */
  readonly notice: () => string | undefined;
  /** Fires when more may be found, or the notice is another one. */
  readonly onDidChange: Event<void>;
}

/**
 * Asks for one of very many: the choices are found anew as the user types, by all words that were typed, and shown a hundred at most.
 * `top` is shown above them once it has been found, and found again while there is a notice. What is chosen stays chosen meanwhile.
 */
export function askAmongMany<T>(
  { title, placeholder }: { readonly title: string; readonly placeholder: string },
  top: TopChoices<T>,
  find: (words: readonly string[], most: number) => readonly LinkChoice<T>[],
): Promise<T | undefined> {
  const input = vscode.window.createQuickPick<LinkChoice<T>>();
  input.title = title;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.ignoreFocusOut = true;
  input.keepScrollPosition = true;
  let first: readonly LinkChoice<T>[] = [];
  let isComplete = false;
  let shownAt = 0;
  const show = (): void => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    // What was found by its words is shown, whatever the box would make of them.
    const found = find(words, MOST_SHOWN).map(choice => ({ ...choice, alwaysShow: true }));
    input.items = plainItems([...first, ...found]);
    shownAt = performance.now();
  };
  /** What comes on top of the list does not take the place of what Enter means. */
  const showAgain = (): void => {
    const [active] = input.activeItems;
    show();
    const same = active && input.items.find(item => isSame(item, active));
    if (same) input.activeItems = [same];
  };
  const look = async (): Promise<void> => {
    const notice = top.notice();
    isComplete = notice === undefined;
    input.placeholder = notice ?? placeholder;
    input.busy = true;
    const choices = await top.find().catch((): readonly LinkChoice<T>[] => []);
    input.busy = !isComplete;
    const isNew = choices.length !== first.length || !choices.every((choice, i) => isSame(choice, first[i]!));
    first = choices;
    if (isNew || shownAt === 0) showAgain();
  };
  const news = top.onDidChange(() => {
    if (!isComplete) void look();
  });
  void look();
  setTimeout(() => {
    if (shownAt === 0) show();
  }, PATIENCE_MS);
  return new Promise<T | undefined>(resolve => {
    input.onDidChangeValue(show);
    const take = (): void => {
      const [chosen] = input.activeItems;
      if (chosen?.value !== undefined) resolve(chosen.value);
    };
    // A choice is told by its place in the list, and that may be the list of before.
    input.onDidAccept(() => setTimeout(take, shownAt + SETTLING_MS - performance.now()));
    input.onDidHide(() => resolve(undefined));
    input.show();
  }).finally(() => {
    news.dispose();
    input.dispose();
  });
}

const isSame = (a: vscode.QuickPickItem, b: vscode.QuickPickItem): boolean =>
  a.label === b.label && a.description === b.description && a.kind === b.kind;

/** True for a text that has all of these words. */
export const hasWords = (text: string, words: readonly string[]): boolean => {
  if (words.length === 0) return true;
  const folded = text.toLowerCase();
  return words.every(word => folded.includes(word));
};
