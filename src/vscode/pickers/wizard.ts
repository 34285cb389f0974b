import * as vscode from 'vscode';
import { plainItem, plainItems } from '../quickPick';

/** How one step of a wizard ended. `finish`: this answer, and no further questions. */
export type StepResult<T> =
  { readonly kind: 'next' | 'finish'; readonly value: T } | { readonly kind: 'back' } | { readonly kind: 'cancel' };

/** Where in the wizard a step stands; counted from 1. */
export interface StepPlace {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** One question: shows itself with what is answered so far, and puts its answer there. */
export interface Step<State> {
  /** False where the question does not arise, given the answers so far. */
  readonly applies: (state: State) => boolean;
  readonly ask: (state: State, place: StepPlace) => Promise<StepResult<State>>;
}

/**
 * Asks one question after the other. Back returns to the question before, with its answer. Resolves with all answers, or with
 * undefined where the user left at any step.
 */
export async function runWizard<State>(
  title: string,
  steps: readonly Step<State>[],
  initial: State,
): Promise<State | undefined> {
  let state = initial;
  const asked: Step<State>[] = [];
  for (let step = nextStep(steps, undefined, state); step;) {
    const totalSteps = steps.filter(candidate => candidate.applies(state)).length;
    const result = await step.ask(state, { title, step: asked.length + 1, totalSteps });
    switch (result.kind) {
      case 'cancel':
        return undefined;
      case 'back':
        step = asked.pop() ?? step;
        continue;
      case 'finish':
        return result.value;
      case 'next':
        state = result.value;
        asked.push(step);
        step = nextStep(steps, step, state);
    }
  }
  return state;
}

function nextStep<State>(
  steps: readonly Step<State>[],
  after: Step<State> | undefined,
  state: State,
): Step<State> | undefined {
  const from = after ? steps.indexOf(after) + 1 : 0;
  return steps.slice(from).find(step => step.applies(state));
}

/** An answer to choose. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

interface PickOptions<T> {
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
  /** The choice that Enter takes. */
  readonly current: T;
  /** Makes a choice of what was typed, where that may be an answer of its own. */
  readonly create?: (typed: string) => Choice<T> | undefined;
}

/** Asks for one of several answers. */
export function pick<T>(place: StepPlace, options: PickOptions<T>): Promise<StepResult<T>> {
  const { placeholder, current, create } = options;
  const choices = plainItems(options.choices);
  const input = vscode.window.createQuickPick<Choice<T>>();
  input.placeholder = placeholder;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.items = plainItems(choices);
  input.activeItems = choices.filter(choice => choice.value === current).slice(0, 1);
  if (create) {
    input.onDidChangeValue(typed => {
      const created = typed.trim() ? create(typed.trim()) : undefined;
      input.items = plainItems(created ? [...choices, created] : choices);
    });
  }
  return answer(input, place, () => input.activeItems.map(choice => choice.value));
}

/** Asks for any number of several answers; none is one too. What was typed can be made a choice, which is then chosen. */
export function pickMany(
  place: StepPlace,
  options: {
    readonly placeholder: string;
    readonly choices: readonly Choice<string>[];
    readonly current: readonly string[];
    readonly create: (typed: string) => Choice<string> | undefined;
  },
): Promise<StepResult<readonly string[]>> {
  const { placeholder, current, create } = options;
  const choices = plainItems(options.choices);
  const input = vscode.window.createQuickPick<Choice<string>>();
  input.placeholder = placeholder;
  input.matchOnDetail = true;
  input.canSelectMany = true;
  input.items = plainItems(choices);
  input.selectedItems = choices.filter(({ value }) => current.includes(value));
  input.onDidChangeValue(typed => {
    const chosen = input.selectedItems;
    const known = [...choices, ...chosen.filter(item => !choices.includes(item))];
    const typedChoice = typed.trim() ? create(typed.trim()) : undefined;
    const created = typedChoice && plainItem(typedChoice);
    const isNew = created && !known.some(({ value }) => value === created.value);
    input.items = plainItems(isNew ? [created, ...known] : known);
    input.selectedItems = chosen;
  });
  return answer(input, place, () => [input.selectedItems.map(({ value }) => value)]);
}

/** Asks for a line of text; empty is an answer. */
export function askText(
  place: StepPlace,
  options: { readonly prompt: string; readonly placeholder: string; readonly value: string },
): Promise<StepResult<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = options.prompt;
  input.placeholder = options.placeholder;
  input.value = options.value;
  return answer(input, place, () => [input.value.trim()]);
}

/** Shows an input and resolves with how it was left. `read` gives no value where Enter has nothing to take. */
function answer<T>(
  input: vscode.QuickPick<Choice<T>> | vscode.QuickPick<Choice<string>> | vscode.InputBox,
  place: StepPlace,
  read: () => readonly T[],
): Promise<StepResult<T>> {
  const save: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('save'),
    tooltip: vscode.l10n.t('Save now and skip the other questions'),
  };
  input.title = place.title;
  if (place.totalSteps > 1) {
    input.step = place.step;
    input.totalSteps = place.totalSteps;
    input.buttons = place.step === 1 ? [save] : [vscode.QuickInputButtons.Back, save];
  }
  // A click into the article, to read on, must not throw the answers away.
  input.ignoreFocusOut = true;
  return new Promise<StepResult<T>>(resolve => {
    const settle = (kind: 'next' | 'finish'): void => {
      for (const value of read()) resolve({ kind, value });
    };
    input.onDidAccept(() => settle('next'));
    input.onDidTriggerButton(button => (button === save ? settle('finish') : resolve({ kind: 'back' })));
    input.onDidHide(() => resolve({ kind: 'cancel' }));
    input.show();
  }).finally(() => input.dispose());
}
