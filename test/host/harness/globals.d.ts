/** The extension host that this bundle of the tests is made for; set by the build. */
declare const __EXTENSION_HOST__: 'node' | 'web';
