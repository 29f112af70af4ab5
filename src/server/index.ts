/** For Node: content to HTML that is complete before any script. */
export {
  GuideContentError,
  type GuideTag,
  type RenderOptions,
  renderToHtml,
  renderToStream,
} from './render-to-html.js';
export { styleHashes } from './style-elements.js';
