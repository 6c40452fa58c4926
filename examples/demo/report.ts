/** A part of the report: a heading, figures as text, and plots. */
export interface Section {
  readonly title: string;
  readonly intro: string;
  readonly plots: readonly string[];
  readonly texts: readonly string[];
}

/** One HTML page that needs nothing else: the plots are inside. */
export function report(title: string, sections: readonly Section[]): string {
  const body = sections.map(
    (section) => `<section>
<h2>${escape(section.title)}</h2>
<p>${escape(section.intro)}</p>
${section.plots.map((svg) => `<figure>${svg}</figure>`).join('\n')}
${section.texts.map((text) => `<pre>${escape(text)}</pre>`).join('\n')}
</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1c2430; background: #f4f6f9 }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1rem }
section { margin: 0 0 2rem; padding: 1.5rem 2rem; background: #fff; border: 1px solid #e1e5eb; border-radius: 8px }
h1 { font-size: 1.8rem; margin: 0 0 1.5rem }
h2 { font-size: 1.3rem; margin: 0 }
p { color: #5b6472; margin: .25rem 0 1.5rem }
figure { margin: 0 0 2rem }
svg { max-width: 100%; height: auto }
pre { overflow-x: auto; padding: 1rem; font-size: 13px; line-height: 1.45; background: #f8f9fb; border-radius: 6px }
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${body.join('\n')}
</main>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
