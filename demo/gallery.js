/** Shows every example of demo/content with the code that a web team would paste for it. */
const TAGS = [
  'guide-summary',
  'guide-takeaways',
  'guide-contents',
  'guide-section',
  'guide-statistic',
  'guide-comparison',
  'guide-matcher',
  'guide-note',
  'guide-faq',
  'guide-checklist',
  'guide-sources',
  'guide-disclaimer',
  'guide-cta',
];

const read = async (name) => (await fetch(`content/${name}.json`)).json();
const guide = await read('spinal-fusion');
const edges = await Promise.all(TAGS.map((tag) => read(`edges/${tag}`)));

const examples = TAGS.flatMap((element, index) => {
  const part = element.replace('guide-', '');
  const contents = [guide[part] ?? guide[`${part}s`] ?? []].flat();
  return [
    ...contents.map((content) => ({ name: `From “${guide.title}”`, element, content })),
    ...edges[index].map((example) => ({ ...example, element })),
  ];
});

for (const [element, its] of Object.entries(Object.groupBy(examples, (example) => example.element))) {
  const section = make(
    'section',
    { id: element, className: 'element' },
    make('h2', {}, element),
    ...its.map(showExample),
  );
  document.querySelector('main').append(section);
  document.querySelector('nav').append(make('a', { href: `#${element}` }, element));
}
document.getElementById(location.hash.slice(1))?.scrollIntoView();

function showExample(example) {
  const { name, element, attributes = {}, content, ...language } = example;
  const shown = make(element);
  for (const [key, value] of Object.entries({ 'heading-level': '4', ...language, ...attributes }))
    shown.setAttribute(key, value);
  shown.setAttribute('content', JSON.stringify(content));
  const copy = make('button', { type: 'button' }, 'Copy');
  const code = snippet(example);
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code);
    copy.textContent = 'Copied';
  });
  return make(
    'article',
    { className: 'example' },
    make('h3', {}, name),
    make('div', { className: 'stage' }, shown),
    make(
      'details',
      {},
      make('summary', {}, 'Code to paste'),
      make('pre', { tabIndex: 0 }, make('code', {}, code)),
      copy,
    ),
  );
}

/** Single quotes around the JSON keep it readable; characters that HTML would misread are escaped. */
function snippet({ element, attributes = {}, content, lang, dir }) {
  const json = JSON.stringify(content, null, 2)
    .replaceAll('&', '&amp;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;');
  const others = Object.entries({ ...(lang && { lang }), ...(dir && { dir }), ...attributes });
  const words = others.map(([name, value]) => (value ? ` ${name}="${value}"` : ` ${name}`)).join('');
  return `<script src="patient-guide.js" defer></script>\n<${element}${words} content='${json}'></${element}>`;
}

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
