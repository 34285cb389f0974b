import { type Workbench } from './workbench';

/** A picture to be: what is done in a new workbench on the samples until it shows what it should. */
export interface Scene {
  /** The picture's file name, without suffixes. */
  readonly name: string;
  /** Where it needs what pictures else do without. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What is done with the copy of the samples before it is opened. */
  readonly prepare?: (folder: string) => Promise<void>;
  /** The window has no folder. */
  readonly withoutFolder?: true;
  /** The README shows it, in dark and light. All others, and all in high contrast, are there to be looked at. */
  readonly inReadme?: true;
  /** The part that is a step's picture in the walkthrough, and that step. */
  readonly step?: {
    readonly name: 'open' | 'tag' | 'review' | 'share';
    readonly clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  };
  readonly size?: { readonly width: number; readonly height: number };
  readonly play: (workbench: Workbench, theme: Theme) => Promise<void>;
}

/** What a picture is taken in. */
export interface Theme {
  readonly name: string;
  /** As a browser's page is told. */
  readonly scheme: 'dark' | 'light';
  readonly contrast?: 'more';
}
