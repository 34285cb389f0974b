import { articleNameOf, sidecarNameOf } from '../core/sidecar/sidecarName';
import { type DocumentUri } from './ports';

/** The address of a document's sidecar. */
export const sidecarUriOf = (document: DocumentUri): string => sidecarNameOf(document);

/** The address of the document that a sidecar belongs to; undefined where the address is no sidecar's. */
export const documentUriOf = (sidecar: string): DocumentUri | undefined => articleNameOf(sidecar);

/** The last part of an address's path, decoded for people. */
export function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
