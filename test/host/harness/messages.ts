import * as vscode from 'vscode';

/** A message as it was shown to the user. */
export interface Message {
  readonly text: string;
  readonly buttons: readonly string[];
}

const KINDS = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;

/**
 * What the user is told while `work` goes on, as it comes. Instead of showing it, the button `press` is pressed on each message that
 * has it; any other is closed.
 */
export async function reading<T>(
  work: (messages: readonly Message[]) => PromiseLike<T>,
  press?: string,
): Promise<{ readonly result: T; readonly messages: readonly Message[] }> {
  const messages: Message[] = [];
  const window = vscode.window as unknown as Record<string, unknown>;
  const before = KINDS.map(kind => [kind, window[kind]] as const);
  const show = (text: string, ...buttons: readonly string[]): Promise<string | undefined> => {
    messages.push({ text, buttons });
    return Promise.resolve(buttons.find(button => button === press));
  };
  for (const kind of KINDS) window[kind] = show;
  try {
    return { result: await work(messages), messages };
  } finally {
    for (const [kind, own] of before) window[kind] = own;
  }
}
