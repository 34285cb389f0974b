import { type ExtensionContext } from 'vscode';
import type { TestAccess } from './extension';
import { start } from './start';
import { localFiles } from './node/localFiles';

/** What the Node host calls. All but the access to local files is the bundle that the web-worker host runs, and is loaded from there. */
export const activate = (context: ExtensionContext): Promise<TestAccess> | undefined => start(context, localFiles);
