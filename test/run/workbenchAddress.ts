/** What a workbench page opens. Paths are absolute. */
export interface WorkbenchContent {
  /** A folder, or a `.code-workspace` file. */
  readonly folder?: string;
  readonly extensionDevelopmentPath?: string;
  readonly extensionTestsPath?: string;
}

/** The page's address on a server. Extensions and tests are named by the page's own authority, else they are not found. */
export function workbenchAddress(authority: string, content: WorkbenchContent): string {
  const address = new URL(`http://${authority}/`);
  if (content.folder !== undefined) {
    address.searchParams.set(content.folder.endsWith('.code-workspace') ? 'workspace' : 'folder', content.folder);
  }
  const payload = (['extensionDevelopmentPath', 'extensionTestsPath'] as const).flatMap(name => {
    const path = content[name];
    return path === undefined ? [] : [[name, `vscode-remote://${authority}${encodeURI(path)}`]];
  });
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
