/** Half of a surrogate pair, which no encoding of Unicode has, as the source of a regular expression: most formats want it replaced. */
export const LONE_SURROGATE = String.raw`[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`;
