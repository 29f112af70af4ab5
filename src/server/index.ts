/** For Node: renders content to HTML that is complete before any script runs. */
export {
  GuideContentError,
  type GuideTag,
  type RenderOptions,
  renderToHtml,
  renderToStream,
} from './render-to-html.js';
export { styleHashes } from './style-elements.js';
