import * as vscode from 'vscode';

/** One key for `when` clauses. Setting the value that it has costs nothing. */
export class ContextKey<T extends string | boolean> {
  private value: T | undefined;

  constructor(private readonly name: string) {}

  set(value: T): void {
    if (value === this.value) return;
    this.value = value;
    void vscode.commands.executeCommand('setContext', this.name, value);
  }
}
