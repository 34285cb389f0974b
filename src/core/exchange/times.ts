/** What xsd:dateTime takes: a day, a time of day, and where it was so. */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A time as it stands where it is an xsd:dateTime with a time zone; else undefined. */
export const dateTime = (text: string | undefined): string | undefined =>
  text !== undefined && DATE_TIME.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;

/** A time in UTC with whole seconds, as a sidecar has it; as it stands where it is no time. */
export function sidecarTime(text: string): string {
  const time = dateTime(text);
  return time === undefined ? text : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
