/** Style sheets are bundled as text. */
declare module '*.css' {
  const css: string;
  // eslint-disable-next-line no-restricted-exports -- what esbuild gives
  export default css;
}
