/** While a file has this stamp it reads the same. `modified` in milliseconds since 1970, `size` in bytes. */
export const fileStamp = (modified: number, size: number): string => `${modified.toString(36)}.${size.toString(36)}`;
