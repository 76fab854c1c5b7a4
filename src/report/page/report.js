'use strict';
(() => {
  // ---- What the page knows -------------------------------------------------------------------

  const data = JSON.parse(document.getElementById('data').textContent);
  const elements = data.elements;
  const danish = data.lang === 'da';
  const say = (da, en) => (danish ? da : en);
  /** What is worked out when first asked for, and then kept. */
  const once = (work) => { let done = false, kept; return () => { if (!done) { kept = work(); done = true; } return kept; }; };
  /** All of an element: with what only its card and its lines need, which is read when asked for. */
  const whole = (i) => ({ ...elements[i], ...JSON.parse(data.cards[i]) });
  const numbers = once(() => new Map(elements.map((e, i) => [e.id, i])));
  const numberOf = (id) => (id ? numbers().get(id) : undefined);
  const engine = document.getElementById('engine').textContent;

  // What the library calls things, and beside it what only this page has to name.
  const words = {
    ...data.words,
    tier: { ...data.words.tier, none: say('uden kendt ophav', 'of unknown origin') },
    heap: { ...data.words.heap, unresolved: say('Ingen fundet', 'Nobody found') },
    frame: { fixed: say('fast', 'fixed'), adjustable: say('kan justeres', 'adjustable'), open: say('åben', 'open') },
    status: { proposed: say('foreslået', 'proposed'), repealed: say('ophævet', 'repealed') },
    held: {
      agrees: say('grafen viser det samme', 'the graph shows the same'), open: say('grafen viser intet at holde det op imod', 'the graph shows nothing to hold it against'),
      contradicted: say('grafen viser noget andet', 'the graph shows otherwise'), none: '',
    },
    form: { body: say('organ', 'body'), unit: say('enhed', 'unit'), post: say('stilling', 'post'), person: say('person', 'person'), outside: say('udenfor', 'outside') },
    power: {
      decide: say('afgøre', 'decide'), start: say('sætte i gang', 'start'), adopt: say('vedtage', 'adopt'), amend: say('ændre', 'amend'),
      waive: say('fravige', 'waive'), repeal: say('ophæve', 'repeal'), sign: say('underskrive', 'sign'), pay: say('betale', 'pay'),
      appropriate: say('bevilge', 'appropriate'), '*': say('alt', 'anything'),
    },
    finding: {
      no_ground: say('Mangler hjemmel', 'No legal ground'), circular_ground: say('Hjemmel i ring', 'Ground in a circle'),
      expired_ground: say('Hjemlen er ophørt', 'Expired ground'), dead_rule: say('Døde regler: formålet er væk', 'Dead rules: the purpose is gone'),
      nobody_performs: say('Ingen udfører opgaven', 'Nobody performs the task'), single_point: say('Pligter, der hænger i én tråd', 'Duties that hang by one thread'),
      conflict: say('Regler, der ikke kan følges sammen', 'Rules that conflict'), exceeds_parent: say('Delegeret mere, end der var', 'More delegated than there was'),
      barred_grant: say('Beføjelser, der er spærret for', 'Grants that are barred'), exclusive_overlap: say('To har eneret til det samme', 'Two have the same exclusively'),
      limit_gap: say('Hul mellem beløbsgrænser', 'A gap between limits'), limit_overlap: say('Beløbsgrænser, der overlapper', 'Limits that overlap'),
      nobody_decides: say('Emner, ingen har beføjelse til', 'Matters nobody decides'), lost_holder: say('Beføjelse uden nogen til at have den', 'Authority without a holder'),
      expired_grant: say('Udløbne beføjelser', 'Expired grants'), same_person: say('Samme person i to stillinger', 'One person in two posts'),
      old_edition: say('Henviser til en ældre udgave', 'Cites an older edition'), claim_contradicted: say('Påstande, grafen modsiger', 'Claims the graph contradicts'),
      hours_twice: say('Timer, der ser ud til at tælle to gange', 'Hours that look counted twice'),
    },
    severity: { error: say('fejl', 'error'), warning: say('bør rettes', 'to be put right'), note: say('bør kendes', 'to be known') },
  };
  const word = (list, key) => (Object.prototype.hasOwnProperty.call(words[list], key) ? words[list][key] : key);
  const lanes = ['state', 'council', 'committee', 'management', 'administration', 'workplace', 'frontline', 'citizen'];
  const beside = ['med', 'partner', 'none'];
  const heaps = Object.keys(words.heap);

  // ---- Text: the one way by which a model's words come onto the page ---------------------------

  const code = (c) => '\u27E8U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0') + '\u27E9';
  /** Marks that turn the direction of what follows are shown, not obeyed; so are control characters. */
  const clean = (text) => text.replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, code)
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]/g, '\uFFFD');
  const cut = (text, most) => {
    if (text.length <= most) return text;
    const split = text.charCodeAt(most - 1);
    return text.slice(0, split >= 0xD800 && split < 0xDC00 ? most - 1 : most) + '\u2026';
  };
  const shortest = 120;

  const svgSpace = 'http://www.w3.org/2000/svg';
  const build = (node, properties, children) => {
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
      else if (name === 'checked' || name === 'value' || name === 'disabled') node[name] = value;
      else node.setAttribute(name, value === true ? '' : value);
    }
    add(node, children);
    return node;
  };
  const add = (node, children) => {
    for (const child of children) {
      if (child === undefined || child === null || child === false || child === '') continue;
      if (Array.isArray(child)) add(node, child);
      else node.append(child instanceof Node ? child : document.createTextNode(clean(String(child))));
    }
  };
  const h = (tag, properties, ...children) => build(document.createElement(tag), properties, children);
  const svg = (tag, properties, ...children) => build(document.createElementNS(svgSpace, tag), properties, children);
  const empty = (node, ...children) => { node.replaceChildren(); add(node, children); return node; };

  /** Text of the model, isolated; of a long one the beginning, and the whole where it is asked for. */
  const prose = (text, most = 600) => {
    const shown = h('bdi', {}, cut(text, most));
    if (text.length <= most) return shown;
    const whole = h('div', { class: 'whole' });
    return [shown, h('details', { ontoggle() { if (!whole.firstChild) add(whole, [text]); } },
      h('summary', {}, say('Vis hele teksten', 'Show the whole text') + ` (${figure(text.length)} ${say('tegn', 'characters')})`), whole)];
  };
  const nameText = (i) => {
    const e = elements[i];
    if (!e) return '?';
    return cut(e.n || e.id, shortest);
  };
  const plainName = (i) => clean(nameText(i));
  const name = (i) => h('bdi', {}, nameText(i));
  const address = (i) => '#e=' + encodeURIComponent(elements[i].id);
  const link = (i, properties) => (elements[i] === undefined || elements[i].hid
    ? h('span', { class: 'hidden-name' }, nameText(i))
    : h('a', { href: address(i), class: 'ref', ...properties }, name(i)));
  const links = (list, all) => {
    const nodes = [];
    list.forEach((i, at) => { if (at) nodes.push(', '); nodes.push(link(i)); });
    if (all > list.length) nodes.push(say(` og ${figure(all - list.length)} mere`, ` and ${figure(all - list.length)} more`));
    return nodes;
  };
  const bullets = (list, all) => h('ul', { class: 'plain' }, list.map((i) => h('li', {}, link(i))),
    all > list.length ? h('li', { class: 'quiet' }, say(`og ${figure(all - list.length)} mere`, `and ${figure(all - list.length)} more`)) : '');

  const [point, comma] = danish ? ['.', ','] : [',', '.'];
  /** A figure as it is written here: a small one with a decimal, thousands apart. */
  const figure = (value) => (value < 10 ? String(Math.round(value * 10) / 10).replace('.', comma) : String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, point));
  const span = (range) => (range[0] === range[2] ? figure(range[1]) : figure(range[0]) + '\u2013' + figure(range[2]));
  const upper = (text) => text.slice(0, 1).toLocaleUpperCase(data.lang) + text.slice(1);
  const plural = (n, one, many) => `${figure(n)} ${n === 1 ? one : many}`;
  const hoursText = (range) => (!range ? say('0 timer', '0 hours')
    : range[0] === range[2] ? say(`${span(range)} timer`, `${span(range)} hours`)
      : say(`${span(range)} timer, mest sandsynligt ${figure(range[1])}`, `${span(range)} hours, most likely ${figure(range[1])}`));

  // ---- What follows from the data --------------------------------------------------------------

  const stands = (e) => e.s === 1 && !e.inert;
  const whoMay = (e) => data.who[e.who];
  const isOwn = (e) => e.own === 1;
  const count = (e, key) => (e[key] ? e[key + '_all'] || e[key].length : 0);
  const inReview = new Map((data.review ? data.review.heaps : []).filter((row) => heaps.includes(row.heap)).map((row) => [row.e, row.heap]));
  const heapOf = (i) => inReview.get(i) || elements[i].heap;
  const distance = Object.keys(data.words.tier);
  const ofState = ['constitution', 'act', 'order', 'circular', 'state_guidance'];
  const tierOf = (e) => {
    let farthest = -1;
    for (const i of e.iss || []) if (elements[i].t) farthest = Math.max(farthest, distance.indexOf(elements[i].t));
    if (farthest >= 0) return distance[farthest];
    return ofState.includes(e.ins) ? 'state' : 'none';
  };
  const [likely, high] = [1, 2].map((at) => Float64Array.from(elements, (e) => (e.h ? e.h[at] : 0)));
  const byHours = (a, b) => likely[b] - likely[a] || ((elements[a].n || elements[a].id) < (elements[b].n || elements[b].id) ? -1 : 1);
  /** All that is not left out, that which takes most hours first: whatever is picked from it is in order. */
  const inOrder = [...elements.keys()].filter((i) => !elements[i].hid).sort(byHours);
  const all = (test) => inOrder.filter((i) => test(elements[i], i));
  const rules = all((e) => e.k === 'rule' && stands(e));
  const ownRules = rules.filter((i) => isOwn(elements[i]));
  /** Lists by key: the keys in the order in which they are met. */
  const grouped = (list, keyOf) => {
    const groups = new Map();
    for (const one of list) {
      const key = keyOf(one), group = groups.get(key);
      if (group) group.push(one); else groups.set(key, [one]);
    }
    return groups;
  };

  /** Who leans on whom, the other way about: made when first asked for. */
  const back = once(() => {
    const put = (map, to, from) => { if (!map.has(to)) map.set(to, []); map.get(to).push(from); };
    const made = { basis: new Map(), needs: new Map(), serves: new Map(), uses: new Map(), iss: new Map(), b: new Map(), to: new Map(), by: new Map(), up: new Map(), con: new Map() };
    for (const i of all((e) => !e.inert).sort((a, b) => a - b)) {
      const { k, iss } = elements[i], card = JSON.parse(data.cards[i]);
      for (const relation of ['basis', 'needs']) if (card[relation]) for (const j of listedIn(card, relation)) put(made[relation], j, i);
      for (const relation of ['serves', 'uses', 'b', 'con']) for (const j of card[relation] || []) put(made[relation], j, i);
      for (const j of iss || []) put(made.iss, j, i);
      if (k === 'grant') for (const j of card.to || []) put(made.to, j, i);
      if (k === 'task') for (const j of card.by || []) put(made.by, j, i);
      if (k === 'actor' && card.up !== undefined) put(made.up, card.up, i);
    }
    return made;
  });
  const listedIn = (e, relation) => [...new Set((e[relation] || []).flatMap(([, ...listed]) => listed))];

  // ---- Search: the beginning of words, whatever their inflection --------------------------------

  const fold = (text) => text.normalize('NFC').toLowerCase().replace(/[æä]/g, 'ae').replace(/[øö]/g, 'oe').replace(/å/g, 'aa')
    .normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const endings = danish ? /(ernes|erne|enes|ene|ens|ets|ers|er|en|et|es|e|s)$/ : /(ings|ing|ies|es|s|ed|e)$/;
  const stem = (text) => {
    const short = text.length > 4 ? text.replace(endings, '') : text;
    const left = short.length >= 3 ? short : text;
    return left.replace(/([^aeiouy])e([lnr])$/, '$1$2');  // regel, regler
  };
  const haystacks = new Map();
  const haystack = (i) => {
    if (!haystacks.has(i)) {
      const e = elements[i];
      const text = fold([e.n, e.id, e.code, e.ins && word('instrument', e.ins), e.src].filter(Boolean).map((part) => part.slice(0, 400)).join(' '));
      haystacks.set(i, text.split(/[^a-z0-9§]+/).filter(Boolean).map((one) => [one, stem(one)]));
    }
    return haystacks.get(i);
  };
  /** 0: not found; else the greater, the nearer. */
  const matches = (i, tokens) => {
    let score = 1;
    for (const [token, root] of tokens) {
      let best = 0;
      for (const [full, stemmed] of haystack(i)) {
        if (full.startsWith(token)) best = Math.max(best, 3);
        else if (stemmed.startsWith(root) || root === stemmed) best = Math.max(best, 2);
        else if (root.length >= 4 && full.includes(root)) best = Math.max(best, 1);
        if (best === 3) break;
      }
      if (!best) return 0;
      score += best;
    }
    return score;
  };
  const tokensOf = (query) => fold(query.slice(0, 200)).split(/[^a-z0-9§]+/).filter(Boolean).map((one) => [one, stem(one)]);

  // ---- Small parts ------------------------------------------------------------------------------

  const heapMark = (heap) => h('span', { class: 'heap heap-' + heap }, word('heap', heap));
  const tag = (text, kind) => h('span', { class: 'tag' + (kind ? ' tag-' + kind : '') }, text);
  /** A bar to the likely figure and a whisker from the low to the high one. */
  const bar = (range, top, surplus) => {
    if (!range || top <= 0) return h('span', { class: 'bar' });
    const x = (value) => Math.max(0, Math.min(1000, (value / top) * 1000));
    const picture = svg('svg', { class: 'bar', viewBox: '0 0 1000 20', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
      svg('rect', { class: 'bar-likely', x: 0, y: 3, height: 14, width: Math.max(4, x(range[1])) }));
    if (surplus) picture.append(svg('rect', { class: 'bar-surplus', x: Math.max(0, x(range[1]) - x(surplus[1])), y: 3, height: 14, width: x(surplus[1]) }));
    if (range[0] !== range[2]) {
      picture.append(svg('line', { class: 'whisker', x1: x(range[0]), x2: x(range[2]), y1: 10, y2: 10 }),
        svg('line', { class: 'whisker', x1: x(range[0]), x2: x(range[0]), y1: 5, y2: 15 }),
        svg('line', { class: 'whisker', x1: x(range[2]), x2: x(range[2]), y1: 5, y2: 15 }));
    }
    return picture;
  };
  /** Shows the first of many, and more where asked. */
  const some = (container, list, first, row, step = 200) => {
    let shown = 0;
    const more = h('button', { type: 'button', class: 'more', onclick: () => { const at = shown; show(step); const next = container.children[at]; const focus = next && next.querySelector('a,button,input'); if (focus) focus.focus(); } });
    const show = (n) => {
      const rows = document.createDocumentFragment();
      for (const i of list.slice(shown, shown + n)) rows.append(row(i));
      shown = Math.min(list.length, shown + n);
      container.append(rows);
      more.hidden = shown >= list.length;
      const left = figure(list.length - shown);
      more.textContent = say(`Vis flere (${left} endnu)`, `Show more (${left} yet)`);
      more.dataset.left = say(`og ${left} mere`, `and ${left} more`);  // on paper, where nothing can be pressed
    };
    show(first);
    return [container, more];
  };
  const section = (id, title, intro, ...children) => h('section', { id, 'aria-labelledby': id + '-title', tabindex: '-1' },
    h('h2', { id: id + '-title' }, title), intro && h('p', { class: 'intro' }, intro), children);

  // What neither the first screen nor search, filters and cards need comes when the page stands: a little at a time, and
  // at once where it is asked for.
  const later = [];
  const postpone = (tag, make) => { const place = h(tag, { hidden: true }); later.push([place, make]); return place; };
  const rest = (until = Infinity) => {
    while (later.length && performance.now() < until) { const [place, make] = later.shift(); place.replaceWith(make()); }
    if (!later.length) redraw();
  };
  const fill = () => {
    rest(performance.now() + 12);
    if (later.length) setTimeout(fill); else document.documentElement.dataset.ready = 'all';
  };

  // ---- The head ---------------------------------------------------------------------------------

  const total = data.hours.total;
  const warnings = data.findings.filter((one) => one.w !== 'note');
  const head = () => {
    const tile = (value, label, where) => h('div', { class: 'tile' }, h('dt', {}, label), h('dd', {}, h('a', { href: '#' + where }, value)));
    return h('header', { class: 'head' },
      h('p', { class: 'overline' }, say('Styringskæden', 'The governance chain')),
      h('h1', {}, h('bdi', {}, cut(data.model.name, 160))),
      h('p', { class: 'quiet' }, data.model.date ? say(`Som den er den ${data.model.date}`, `As of ${data.model.date}`) : say('I modellens seneste tilstand', 'In the model\u2019s last state'),
        ' · ', say('aftryk ', 'digest '), h('code', {}, data.model.digest.slice(0, 12)),
        data.model.internal ? ' · ' + say('viser også det interne', 'shows what is internal, too') : '',
        data.model.withheld ? ' · ' + say(`${plural(data.model.withheld, 'internt element er', 'interne elementer er')} udeladt; deres timer er talt med`, `${plural(data.model.withheld, 'internal element is', 'internal elements are')} left out; their hours are counted`) : ''),
      h('dl', { class: 'tiles' },
        tile(figure(ownRules.length), say('regler, kommunens egne', 'rules of its own'), 'rules'),
        total.h ? tile(span(total.h), say('timer om året', 'hours a year'), 'hours') : '',
        tile(figure(wins.length), say('hurtige gevinster', 'quick wins'), 'wins'),
        tile(figure(all((e) => e.k === 'duty' && stands(e)).length), say('pligter at opfylde', 'duties to meet'), 'alarms'),
        tile(figure(warnings.length + unmet.length), say('alarmer', 'alarms'), 'alarms')));
  };

  // ---- The chain --------------------------------------------------------------------------------

  const chipOf = new Map();
  let wires, chainBox, chainSays;
  const heapsUsed = new Set(rules.map(heapOf));
  const rulesByTier = grouped(rules.filter((i) => elements[i].ch), (i) => tierOf(elements[i]));
  const actorsByTier = grouped(all((e) => e.k === 'actor' && e.ch && stands(e)).sort((a, b) => a - b), (i) => elements[i].t);
  const chip = (i, top) => {
    const e = elements[i];
    const isRule = e.k === 'rule';
    const node = link(i, {
      class: isRule ? 'chip chip-rule heap-' + heapOf(i) : 'chip chip-actor',
      onmouseenter: () => connect(i), onmouseleave: () => connect(chosen), onfocus: () => connect(i), onblur: () => connect(chosen),
    });
    if (isRule) {
      node.append(h('span', { class: 'chip-meta' }, word('instrument', e.ins), e.h ? ' · ' + say(`${figure(e.h[1])} t`, `${figure(e.h[1])} h`) : ''));
      if (e.h && top > 0) {
        const line = h('span', { class: 'chip-hours', 'aria-hidden': 'true' });
        line.style.inlineSize = Math.max(2, (e.h[1] / top) * 100) + '%';
        node.append(line);
      }
    }
    chipOf.set(i, node);
    return node;
  };
  const lane = (tier, top) => {
    const people = actorsByTier.get(tier) || [];
    const here = rulesByTier.get(tier) || [];
    if (!people.length && !here.length) return '';
    const group = data.hours.tier.find((one) => one.w === tier);
    return h('li', { class: 'lane lane-' + tier },
      h('div', { class: 'lane-head' }, h('h3', {}, upper(word('tier', tier))),
        h('p', { class: 'quiet' }, plural(here.length, say('regel', 'rule'), say('regler', 'rules')),
          group && group.h ? [h('br', {}), say(`${span(group.h)} timer`, `${span(group.h)} hours`)] : '')),
      h('div', { class: 'lane-body' },
        people.length ? some(h('div', { class: 'chips actors' }), people, 14, (i) => chip(i, top)) : '',
        here.length ? some(h('div', { class: 'chips' }), here, tier === 'state' ? 12 : 24, (i) => chip(i, top)) : ''));
  };
  const chain = () => {
    const most = rules.find((i) => elements[i].ch);
    const top = most === undefined ? 0 : likely[most];
    wires = svg('svg', { class: 'wires', 'aria-hidden': 'true', focusable: 'false' });
    chainSays = h('p', { class: 'chain-says', 'aria-live': 'polite' });
    chainBox = h('div', { class: 'chain' }, wires,
      h('ol', { class: 'lanes' }, lanes.map((tier, at) => (at < 2 ? lane(tier, top) : postpone('li', () => lane(tier, top))))),
      h('ol', { class: 'lanes lanes-beside' }, beside.map((tier) => postpone('li', () => lane(tier, top)))));
    return section('chain', say('Kæden', 'The chain'),
      say('Hver bane er et niveau. En regel står, hvor den er lavet; farven siger, hvem der kan fjerne den, stregen under den hvor mange timer den tager. Peg på en regel, og se hvad den hviler på, hvem den binder, og hvad der hviler på den.',
        'Each lane is a tier. A rule stands where it was made; its colour says who may remove it, the line below it how many hours it takes. Point at a rule to see what it rests on, whom it binds, and what rests on it.'),
      h('ul', { class: 'key' }, heaps.filter((heap) => heapsUsed.has(heap)).map((heap) => h('li', {}, heapMark(heap)))),
      h('ul', { class: 'key key-lines' },
        h('li', { class: 'line-up' }, say('hviler på', 'rests on')), h('li', { class: 'line-binds' }, say('binder', 'binds')),
        h('li', { class: 'line-down' }, say('bærer', 'carries')), h('li', { class: 'line-made' }, say('lavet af', 'made by'))),
      chainSays, chainBox);
  };
  let connected = -1;
  const redraw = () => { const again = connected; connected = -2; connect(again); };
  /** Draws what one element has to do with others; none: clears the lines. */
  const connect = (i) => {
    if (!wires || connected === i) return;
    connected = i;
    wires.replaceChildren();
    for (const node of chainBox.querySelectorAll('.lit')) node.classList.remove('lit', 'lit-self');
    chainBox.classList.toggle('has-lit', false);
    chainSays.replaceChildren();
    if (i < 0 || !chipOf.has(i)) return;
    const e = whole(i);
    const groups = e.k === 'rule'
      ? [['made', e.iss || []], ['up', listedIn(e, 'basis')], ['binds', e.b || []], ['down', (back().basis.get(i) || []).concat(back().needs.get(i) || [])]]
      : [['made', back().iss.get(i) || []], ['binds', back().b.get(i) || []], ['up', e.up === undefined ? [] : [e.up]]];
    const frame = chainBox.getBoundingClientRect();
    wires.setAttribute('viewBox', `0 0 ${frame.width} ${frame.height}`);
    const box = (node) => { const r = node.getBoundingClientRect(); return { x: r.left - frame.left + r.width / 2, top: r.top - frame.top, bottom: r.bottom - frame.top }; };
    const from = box(chipOf.get(i));
    let any = false;
    for (const [kind, list] of groups) {
      for (const j of list.slice(0, 60)) {
        const node = chipOf.get(j);
        if (!node || j === i || !node.isConnected) continue;
        any = true;
        node.classList.add('lit');
        const to = box(node);
        const above = to.bottom <= from.top;
        const y1 = above ? from.top : from.bottom;
        const y2 = above ? to.bottom : to.top >= from.bottom ? to.top : to.bottom;
        const bend = Math.max(18, Math.abs(y2 - y1) / 2) * (above ? -1 : 1);
        wires.append(svg('path', { class: 'wire wire-' + kind, d: `M${from.x},${y1}C${from.x},${y1 + bend} ${to.x},${y2 - bend} ${to.x},${y2}` }),
          svg('circle', { class: 'wire-end wire-' + kind, cx: to.x, cy: y2, r: 3.5 }));
      }
    }
    chipOf.get(i).classList.add('lit', 'lit-self');
    chainBox.classList.toggle('has-lit', any);
    const part = (text, list) => (list.length ? [' · ', text, ' ', list.slice(0, 4).map((j, at) => [at ? ', ' : '', name(j)]), list.length > 4 ? say(` og ${list.length - 4} mere`, ` and ${list.length - 4} more`) : ''] : '');
    add(chainSays, [h('strong', {}, name(i)), e.k === 'rule'
      ? [part(say('lavet af', 'made by'), groups[0][1]), part(say('hviler på', 'rests on'), groups[1][1]), part(say('binder', 'binds'), groups[2][1]), part(say('bærer', 'carries'), groups[3][1])]
      : [part(say('har lavet', 'made'), groups[0][1]), part(say('er bundet af', 'is bound by'), groups[1][1])]]);
  };

  // ---- Hours ------------------------------------------------------------------------------------

  const chart = (title, groups, label) => {
    const rows = groups.filter((one) => one.h).sort((a, b) => b.h[1] - a.h[1]);
    const top = Math.max(0, ...rows.map((one) => one.h[2]));
    const body = h('tbody', {});
    const row = (one) => h('tr', {}, h('th', { scope: 'row' }, label(one)), h('td', { class: 'cell-bar' }, bar(one.h, top, one.hs)),
      h('td', { class: 'num' }, span(one.h), one.h[0] !== one.h[2] ? h('span', { class: 'quiet' }, ` (${figure(one.h[1])})`) : '',
        one.hs ? h('span', { class: 'quiet block' }, say(`${span(one.hs)} over minimum`, `${span(one.hs)} above minimum`)) : ''));
    const [, more] = some(body, rows, 10, row);
    return h('div', { class: 'chart' }, h('table', {}, h('caption', {}, title),
      h('thead', {}, h('tr', {}, [title, say('søjle', 'bar'), say('timer om året', 'hours a year')].map((text) => h('th', { scope: 'col' }, h('span', { class: 'sr' }, text))))), body), more);
  };
  const hours = () => section('hours', say('Timer', 'Hours'),
    say('Timer om året, som de er skøn: søjlen går til det mest sandsynlige, stregen fra det laveste til det højeste. Den orange del er over lovens minimum.',
      'Hours a year, being estimates: the bar goes to the most likely, the line from the lowest to the highest. The orange part is above the law\u2019s minimum.'),
    total.h ? h('p', { class: 'big' }, h('strong', {}, span(total.h)), ' ', say(`timer om året i ${plural(total.n, 'regel eller opgave', 'regler og opgaver')} med tal`, `hours a year in ${plural(total.n, 'rule or task', 'rules and tasks')} with figures`),
      total.hs ? say(`; heraf ${span(total.hs)} over lovens minimum`, `; of these ${span(total.hs)} above the law\u2019s minimum`) : '',
      total.h1 ? say(`; dertil ${span(total.h1)} engangstimer`, `; besides ${span(total.h1)} hours once`) : '') : h('p', {}, say('Ingen timer er registreret.', 'No hours are recorded.')),
    total.h ? h('div', { class: 'charts' },
      chart(say('Niveauet, der har lavet reglen', 'The tier that made the rule'), data.hours.tier, (one) => (one.w ? upper(word('tier', one.w)) : say('opgaver og regler uden ophav', 'tasks, and rules nobody made'))),
      chart(say('Slags regel', 'Sort of rule'), data.hours.instrument, (one) => (one.w ? word('instrument', one.w) : say('opgaver', 'tasks'))),
      chart(say('Hvem der har lavet den', 'Who made it'), data.hours.issuer, (one) => (one.e !== undefined ? link(one.e) : say('opgaver og regler uden ophav', 'tasks, and rules nobody made')))) : '');

  // ---- Heaps, wins, alarms ----------------------------------------------------------------------

  const sum = (list) => {
    let [low, middle, top] = [0, 0, 0];
    for (const i of list) { low += elements[i].h ? elements[i].h[0] : 0; middle += likely[i]; top += high[i]; }
    return [low, middle, top];
  };
  const highest = (list) => list.reduce((most, i) => Math.max(most, high[i]), 0);
  const heapSection = () => {
    const sorted = data.review && data.review.heaps.length > 0;
    const listed = sorted ? data.review.heaps.map((row) => row.e).sort(byHours) : ownRules;
    const groups = grouped(listed, heapOf);
    const top = highest(listed);
    return section('heaps', say('Bunkerne', 'The heaps'),
      sorted ? say('Regelsaneringens bunker, med de største regler øverst.', 'The heaps of the review, the biggest rules first.')
        : say('Kommunens egne regler efter, hvem der kan ophæve dem. Størst øverst.', 'The municipality\u2019s own rules by who may repeal them, the biggest first.'),
      data.review && data.review.unknown ? h('p', { class: 'quiet' }, say(`${figure(data.review.unknown)} rækker i saneringen nævner regler, som modellen ikke har.`, `${figure(data.review.unknown)} rows of the review name rules that the model does not have.`)) : '',
      h('div', { class: 'heaps' }, heaps.filter((heap) => groups.has(heap)).map((heap) => {
        const list = groups.get(heap), together = sum(list);
        const [body, more] = some(h('ol', { class: 'ranked' }), list, 5, (i) => h('li', {}, link(i), h('span', { class: 'num' }, elements[i].h ? figure(elements[i].h[1]) + say(' t', ' h') : ''), bar(elements[i].h, top, elements[i].hs)));
        return h('article', { class: 'heap-card heap-' + heap }, h('h3', {}, word('heap', heap)),
          h('p', { class: 'quiet' }, plural(list.length, say('regel', 'rule'), say('regler', 'rules')), together[2] > 0 ? ' · ' + say(`${span(together)} timer`, `${span(together)} hours`) : ''), body, more);
      })),
      data.review && data.review.decided.length ? h('div', {}, h('h3', {}, say('Besluttet', 'Decided')),
        h('ul', { class: 'plain' }, data.review.decided.map((one) => h('li', {}, tag(word('what', one.what)), ' ', link(one.e), one.on ? ` · ${one.on}` : '', one.by ? [' · ', links(one.by)] : '', one.note ? [' · ', prose(one.note)] : '')))) : '');
  };

  const local = ['own', 'manager', 'management'];
  const wins = ownRules.filter((i) => { const e = elements[i]; return likely[i] > 0 && !e.br && !e.un && local.includes(heapOf(i)) && whoMay(e).o.length && !whoMay(e).o[0].if; });
  const winSection = () => {
    const top = highest(wins);
    const body = h('tbody', {});
    const row = (i) => {
      const e = elements[i];
      const option = whoMay(e).o[0];
      const before = (option.inv || []).filter((one) => one.when === 'before');
      return h('tr', {}, h('th', { scope: 'row' }, link(i), h('span', { class: 'quiet block' }, word('instrument', e.ins))),
        h('td', { class: 'cell-bar' }, bar(e.h, top, e.hs)), h('td', { class: 'num' }, span(e.h)),
        h('td', {}, links(option.h), before.length ? h('span', { class: 'quiet block' }, say('først: ', 'first: '), before.map((one, at) => [at ? '; ' : '', one.b === undefined ? '' : name(one.b), ' ', word('how', one.how)])) : ''),
        h('td', {}, e.ex ? tag(say('undersøgt ', 'examined ') + e.ex, 'good') : tag(say('ikke undersøgt', 'not examined'), 'doubt')));
    };
    const [, more] = some(body, wins, 12, row);
    return section('wins', say('Hurtige gevinster', 'Quick wins'),
      say('Mange timer, intet registreret går i stykker, og det besluttes lokalt. Hvor ingen har undersøgt, hvad der afhænger af reglen, siger grafen kun, at intet er skrevet ned.',
        'Many hours, nothing recorded breaks, and it is decided locally. Where nobody has examined what depends on the rule, the graph only says that nothing is written down.'),
      wins.length ? [h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': say('Hurtige gevinster, tabel', 'Quick wins, table') }, h('table', { class: 'wide' },
        h('thead', {}, h('tr', {}, [say('Regel', 'Rule'), say('Timer', 'Hours'), say('om året', 'a year'), say('Hvem beslutter', 'Who decides'), say('Set efter', 'Looked at')].map((text) => h('th', { scope: 'col' }, text)))), body)), more]
        : h('p', {}, say('Ingen: enten er der ingen timer registreret, eller noget går i stykker, eller andre bestemmer.', 'None: either no hours are recorded, or something breaks, or others decide.')));
  };

  const unmet = all((e) => e.k === 'duty' && isOwn(e) && !stands(e) && !e.st && !e.inert && !e.from && !e.until);
  const alarmSection = () => {
    const order = Object.keys(words.finding);
    const note = (one) => one.w === 'note';
    const sorted = [...grouped(data.findings, (one) => one.c + note(one)).values()].sort(([a], [b]) => note(a) - note(b) || order.indexOf(a.c) - order.indexOf(b.c));
    const found = (list) => h('details', { class: 'alarm alarm-' + (note(list[0]) ? 'note' : 'warning') },
      h('summary', {}, h('span', { class: 'alarm-name' }, word('finding', list[0].c)), ' ', tag(figure(list.length)), ' ', h('span', { class: 'quiet' }, word('severity', list[0].w))),
      some(h('ul', { class: 'plain' }), list, 20, (one) => h('li', {}, prose(one.m, 300), one.e ? h('span', { class: 'block' }, links(one.e, one.e_all)) : '', one.a ? h('span', { class: 'quiet block' }, prose(one.a, 300)) : '')));
    const nobody = ownRules.filter((i) => elements[i].heap === 'unresolved');
    const single = data.single;
    const special = (title, list, text, row) => (list.length ? h('details', { class: 'alarm alarm-warning' },
      h('summary', {}, h('span', { class: 'alarm-name' }, title), ' ', tag(figure(list.length))), h('p', { class: 'quiet' }, text), some(h('ul', { class: 'plain' }), list, 20, row)) : '');
    return section('alarms', say('Alarmer', 'Alarms'),
      say('Hvad nogen bør se på: det, grafen viser, og det, den mangler.', 'What somebody ought to look at: what the graph shows, and what it lacks.'),
      data.findings_withheld ? h('p', { class: 'quiet' }, say(`${figure(data.findings_withheld)} fund handler om interne elementer og er udeladt.`, `${figure(data.findings_withheld)} findings are about internal elements and left out.`)) : '',
      h('div', { class: 'alarms' },
        special(say('Uopfyldte pligter', 'Unmet duties'), unmet, say('Pligter i kraft, der ikke er dækket i dag.', 'Duties in force that are not met today.'), (i) => h('li', {}, link(i))),
        special(say('Meget hænger på ét', 'Much hangs on one'), single, say('Falder dette ene, er pligter uopfyldte.', 'If this one falls, duties are unmet.'),
          (one) => h('li', {}, link(one.e), h('span', { class: 'quiet' }, ' · ', plural(one.duties, say('pligt', 'duty'), say('pligter', 'duties')), ' · ', say(`${figure(one.breaks)} falder med`, `${figure(one.breaks)} fall with it`)))),
        special(say('Regler, ingen er fundet at kunne ophæve', 'Rules nobody is found to be able to repeal'), nobody, say('Ingen beføjelse er registreret, og ingen kendt udsteder.', 'No authority is recorded, and no issuer is known.'), (i) => h('li', {}, link(i))),
        sorted.map(found)));
  };

  // ---- The list ---------------------------------------------------------------------------------

  const picked = new Set();
  const state = { e: '', q: '', kind: 'rule', heap: '', ins: '', or: '', t: '', whose: 'own', sort: 'hours' };
  const defaults = { ...state };
  let listBox, listCount, pickedCount;
  const tiers = [...lanes, ...beside], instruments = Object.keys(words.instrument);
  const collator = once(() => new Intl.Collator(data.lang));
  const byName = (a, b) => collator().compare(nameText(a), nameText(b));
  // Of what is alike the order by hours stays: a sort here keeps it.
  const sorts = {
    hours: [say('flest timer', 'most hours'), () => 0],
    breaks: [say('det mest går i stykker', 'most breaks'), (a, b) => (elements[b].br || 0) - (elements[a].br || 0)],
    name: [say('navn', 'name'), byName],
    tier: [say('niveau', 'tier'), (a, b) => tiers.indexOf(tierOf(elements[a])) - tiers.indexOf(tierOf(elements[b]))],
    kind: [say('slags', 'sort'), (a, b) => instruments.indexOf(elements[a].ins) - instruments.indexOf(elements[b].ins)],
  };
  const found = () => {
    const tokens = tokensOf(state.q);
    const scores = new Map();
    const list = all((e, i) => {
      if (e.inert || (state.kind && e.k !== state.kind)) return false;
      if (state.whose === 'own' && !isOwn(e)) return false;
      if (state.heap && (e.k !== 'rule' || heapOf(i) !== state.heap)) return false;
      if (state.ins && e.ins !== state.ins) return false;
      if (state.or && e.or !== state.or) return false;
      if (state.t && (e.k === 'actor' ? e.t : e.k === 'rule' ? tierOf(e) : '') !== state.t) return false;
      if (!tokens.length) return true;
      const score = matches(i, tokens);
      if (score) scores.set(i, score);
      return score > 0;
    });
    const order = sorts[state.sort][1];
    return list.sort((a, b) => (tokens.length ? scores.get(b) - scores.get(a) : 0) || order(a, b));
  };
  const row = (top) => (i) => {
    const e = elements[i];
    const box = h('input', { type: 'checkbox', checked: picked.has(i), 'aria-label': say('Vælg ', 'Choose ') + plainName(i), onchange(event) { if (event.target.checked) picked.add(i); else picked.delete(i); tellPicked(); } });
    return h('li', { class: 'row' + (e.k === 'rule' ? ' heap-' + heapOf(i) : '') }, h('label', { class: 'pick' }, box),
      h('div', { class: 'row-name' }, link(i), h('span', { class: 'quiet block' }, e.k === 'rule' ? word('instrument', e.ins) : word('kind', e.k), e.iss ? [' · ', e.iss.slice(0, 3).map((j, at) => [at ? ', ' : '', name(j)])] : '', stands(e) ? '' : ' · ' + (e.st ? word('status', e.st) : say('gælder ikke', 'does not stand')))),
      h('div', { class: 'row-heap' }, e.k === 'rule' ? heapMark(heapOf(i)) : ''),
      h('div', { class: 'row-hours' }, e.h ? [bar(e.h, top, e.hs), h('span', { class: 'num' }, span(e.h) + say(' t', ' h'))] : ''),
      h('div', { class: 'row-breaks quiet' }, e.un ? tag(plural(e.un, say('pligt', 'duty'), say('pligter', 'duties')), 'bad') : e.br ? say(`${figure(e.br)} falder`, `${figure(e.br)} fall`) : ''));
  };
  const tellPicked = () => {
    pickedCount.replaceChildren(document.createTextNode(say(`Udskriv de valgte kort (${figure(picked.size)})`, `Print the chosen cards (${figure(picked.size)})`)));
    pickedCount.disabled = picked.size === 0;
  };
  const showList = () => {
    const list = found();
    const [body, more] = some(h('ol', { class: 'rows' }), list, 40, row(highest(list)), 100);
    empty(listBox, body, more);
    empty(listCount, list.length ? say(`${figure(list.length)} fundet`, `${figure(list.length)} found`) : say('Intet fundet. Prøv færre ord eller andre filtre.', 'Nothing found. Try fewer words or other filters.'));
  };
  const controls = {};
  const choice = (key, label, options) => h('label', {}, label, controls[key] = h('select', { onchange(event) { state[key] = event.target.value; remember(); showList(); } },
    options.map(([value, text]) => h('option', { value }, text))));
  const listSection = () => {
    const used = (key) => { const met = new Set(rules.map((i) => elements[i][key])); return (one) => met.has(one); };
    const from = (list, keys) => [['', say('alle', 'all')], ...keys.map((key) => [key, word(list, key)])];
    listBox = h('div', { class: 'list' });
    listCount = h('p', { class: 'quiet', role: 'status' });
    let wait;
    controls.q = h('input', { type: 'search', id: 'search', autocomplete: 'off', spellcheck: 'false', oninput(event) { clearTimeout(wait); const text = event.target.value; wait = setTimeout(() => { state.q = text; remember(); showList(); }, 80); } });
    pickedCount = h('button', { type: 'button', onclick: () => printCards([...picked]) });
    const node = section('rules', say('Alle regler', 'All rules'),
      say('Søg i begyndelsen af ord; bøjning er ligegyldig. Hvert navn fører til et kort, og adressen kan sendes til andre.',
        'Search by the beginning of words, whatever their inflection. Every name leads to a card, and the address can be sent to others.'),
      h('form', { class: 'filters', role: 'search', onsubmit: (event) => event.preventDefault() },
        h('label', { class: 'search' }, say('Søg', 'Search'), controls.q),
        choice('kind', say('Hvad', 'What'), [...['rule', 'task', 'duty', 'actor', 'grant'].map((kind) => [kind, word('kinds', kind)]), ['', say('alt', 'everything')]]),
        choice('whose', say('Hvis', 'Whose'), [['own', say('kommunens egne', 'the municipality\u2019s own')], ['', say('også de nationale', 'the national ones, too')]]),
        choice('heap', say('Hvem kan fjerne den', 'Who may remove it'), from('heap', heaps.filter((heap) => heapsUsed.has(heap)))),
        choice('ins', say('Slags', 'Sort'), from('instrument', instruments.filter(used('ins')))),
        choice('or', say('Oprindelse', 'Origin'), from('origin', Object.keys(words.origin).filter(used('or')))),
        choice('t', say('Niveau', 'Tier'), from('tier', tiers)),
        choice('sort', say('Orden', 'Order'), Object.entries(sorts).map(([key, [text]]) => [key, text]))),
      listCount, listBox,
      h('div', { class: 'actions' }, pickedCount,
        h('button', { type: 'button', onclick: () => printCards(found()) }, say('Udskriv kort for alt fundet', 'Print cards of all that is found')),
        h('button', { type: 'button', onclick: () => window.print() }, say('Udskriv siden', 'Print the page'))));
    tellPicked();
    return node;
  };

  // ---- The card ---------------------------------------------------------------------------------

  const fact = (label, ...value) => (value.flat(9).some((one) => one !== '' && one !== undefined && one !== null) ? h('div', { class: 'fact' }, h('dt', {}, label), h('dd', {}, value)) : '');
  const path = (steps, arrow) => h('ol', { class: 'path' }, steps.map((i, at) => h('li', {}, at ? h('span', { class: 'arrow', 'aria-hidden': 'true' }, arrow) : '', i === null ? '…' : at ? link(i) : name(i),
    i !== null && elements[i].k === 'rule' && elements[i].ins ? h('span', { class: 'quiet' }, ' ', word('instrument', elements[i].ins)) : '')));
  const part = (title, ...children) => [h('h3', {}, title), children];

  const why = (e) => part(say('Hvorfor findes den?', 'Why is it there?'),
    e.or ? h('p', {}, h('strong', {}, upper(word('origin', e.or))), e.hs ? say(` · ${span(e.hs)} timer over lovens minimum`, ` · ${span(e.hs)} hours above the law\u2019s minimum`) : '') : '',
    e.iss ? h('p', {}, say('Lavet af ', 'Made by '), links(e.iss), e.ad ? say(` den ${e.ad}`, ` on ${e.ad}`) : '') : e.k === 'rule' ? h('p', {}, say('Ingen ved, hvem der har lavet den.', 'Nobody knows who made it.')) : '',
    e.ground ? [h('h4', {}, say('Grundlag, op til loven', 'Ground, up to the law')), e.ground.map((steps) => path(steps, '↑'))] : e.round ? h('p', {}, say('Grundlaget går i ring.', 'The ground goes round in a circle.')) : '',
    e.purpose ? [h('h4', {}, say('Formål, ned til kerneopgaven', 'Purpose, to the core task')), e.purpose.map((steps) => path(steps, '→'))] : h('p', { class: 'quiet' }, say('Intet formål er skrevet ned.', 'No purpose is written down.')));

  const involvement = (one) => h('li', {}, one.b === undefined ? say('MED på beslutterens niveau (ikke fundet)', 'the MED body at the decider\u2019s level (not found)') : link(one.b), ' ', word('how', one.how),
    one.days !== undefined ? say(`, ${figure(one.days)} dage`, `, ${figure(one.days)} days`) : '', one.if ? say(', hvis ', ', if ') : '', one.if ? one.if.map((text, at) => [at ? say(' og ', ' and ') : '', prose(text, 200)]) : '',
    h('span', { class: 'quiet' }, ' · ', link(one.i)));
  const who = (i, e) => {
    if (e.who === undefined) return '';
    const answer = whoMay(e);
    const option = (one, at) => {
      const before = (one.inv || []).filter((x) => x.when === 'before');
      const after = (one.inv || []).filter((x) => x.when !== 'before');
      return h('li', { class: at ? 'option' : 'option option-first' },
        h('p', {}, h('strong', {}, links(one.h, one.h_all)), ' · ', word('tier', one.t), one.j ? ' · ' + say(`mindst ${one.j} sammen`, `at least ${one.j} together`) : '',
          one.mon !== undefined ? ' · ' + say(`med ${figure(one.mon)} måneders varsel`, `with ${figure(one.mon)} months\u2019 notice`) : '', one.exc ? ' · ' + say('kun når det haster', 'in urgent cases only') : '', one.res ? ' · ' + say('efter den almindelige kompetence', 'by general competence') : ''),
        h('p', { class: 'quiet' }, one.imp ? say('Den, der har lavet reglen, kan ophæve den.', 'Who made the rule may unmake it.') : one.ch ? [say('Efter ', 'By '), one.ch.map((g, n) => [n ? ' → ' : '', link(g)])] : ''),
        one.must ? h('p', {}, say('Kun sammen med ', 'Only with '), links(one.must)) : '',
        one.if ? h('p', {}, say('Hvis: ', 'If: '), one.if.map((text, n) => [n ? '; ' : '', prose(text, 200)])) : '',
        before.length ? [h('h5', {}, say('Først', 'First')), h('ul', { class: 'plain' }, before.map(involvement))] : '',
        after.length ? [h('h5', {}, say('Bagefter', 'Afterwards')), h('ul', { class: 'plain' }, after.map(involvement))] : '');
    };
    return part(say('Hvem kan fjerne den?', 'Who may remove it?'), h('p', {}, heapMark(heapOf(i))),
      answer.o.length ? h('ol', { class: 'options' }, answer.o.map(option)) : h('p', {}, say('Ingen er fundet at kunne ophæve den.', 'Nobody is found who may repeal it.')),
      answer.o_all ? h('p', { class: 'quiet' }, say(`${figure(answer.o_all)} muligheder i alt.`, `${figure(answer.o_all)} options in all.`)) : '',
      answer.bar ? h('p', {}, say('Spærret af ', 'Barred by '), links(answer.bar, answer.bar_all)) : '',
      answer.near ? h('ul', { class: 'plain' }, answer.near.map(([actor, text]) => h('li', {}, link(actor), say(' kan ikke: ', ' may not: '), prose(text, 300)))) : '');
  };
  const whatBreaks = (e) => {
    const list = (key, label, kind) => (e[key] ? h('div', { class: 'effect ' + (kind || '') }, h('h4', {}, `${label} (${figure(count(e, key))})`), bullets(e[key], e[key + '_all'])) : '');
    const nothing = !e.br && !e.un;
    return part(say('Hvad går i stykker uden den?', 'What breaks without it?'),
      nothing ? h('p', {}, say('Intet er registreret at miste grundlag eller gå i stykker.', 'Nothing is recorded to lose its ground or break.')) : '',
      h('p', {}, e.ex ? tag(say('undersøgt ', 'examined ') + e.ex, 'good') : tag(say('ikke undersøgt', 'not examined'), 'doubt'), e.exby ? [' ', prose(e.exby, 120)] : '',
        e.ex ? '' : ' ' + say('Der kan være mere, end modellen ved.', 'There may be more than the model knows.')),
      list('unmet', say('Pligter, der bliver uopfyldte', 'Duties that go unmet'), 'effect-bad'), list('broken', say('Kan ikke længere virke', 'Can no longer work')),
      list('lapsed', say('Mister deres grundlag', 'Lose their ground')), list('weak', say('Står uden reserve', 'Stand with nothing to spare')),
      list('spare', say('Kan så også undværes', 'Can go too')), list('hit', say('Bruger det', 'Use it')), list('again', say('Gælder så igen', 'Apply again')));
  };
  const cost = (e) => (e.h || e.h1 || e.hk ? part(say('Hvad koster den?', 'What does it cost?'), h('p', {}, hoursText(e.h), say(' om året', ' a year')), e.h ? bar(e.h, e.h[2], e.hs) : '',
    h('dl', { class: 'facts' }, fact(say('En gang', 'Once'), e.h1 ? hoursText(e.h1) : ''), fact(say('Tallene er fra', 'Figures from'), e.hf ? prose(e.hf) : ''))) : '');
  const claims = (e) => {
    if (!e.cl) return '';
    const held = (key) => tag(word('held', key), key === 'agrees' ? 'good' : key === 'contradicted' ? 'bad' : '');
    return part(say('Påstået, og hvad grafen viser', 'Claimed, and what the graph shows'), h('ul', { class: 'plain' },
      e.cl.or ? h('li', {}, say('Oprindelse: ', 'Origin: '), word('origin', e.cl.or[0]), ' ', held(e.cl.or[1])) : '',
      e.cl.iss ? h('li', {}, say('Lavet af: ', 'Made by: '), typeof e.cl.iss[0] === 'number' ? link(e.cl.iss[0]) : prose(e.cl.iss[0], 120), ' ', held(e.cl.iss[1])) : '',
      e.cl.h ? h('li', {}, say('Timer: ', 'Hours: '), span(e.cl.h), ' ', held(e.cl.h[3])) : ''));
  };
  const web = (text) => {
    try {
      const url = new URL(text);
      if ((url.protocol === 'https:' || url.protocol === 'http:') && text.length < 2000) return h('a', { href: url.href, rel: 'noopener noreferrer external', target: '_blank' }, h('bdi', {}, cut(text, 100)));
    } catch { /* no address */ }
    return prose(text, 200);
  };
  const sorted = (list) => list.slice().sort(byHours);
  const first = (list) => links(sorted(list).slice(0, 40), list.length);
  const about = (i, e) => {
    const other = back();
    const from = (relation) => other[relation].get(i) || [];
    const over = [...(e.over || []).map((text) => prose(text, 160)), ...(e.on || []).map((j) => link(j))];
    return part(say('Det, der står om den', 'What is written of it'), h('dl', { class: 'facts' },
      e.k === 'actor' ? [fact(say('Niveau', 'Tier'), word('tier', e.t)), fact(say('Form', 'Form'), word('form', e.f)), fact(say('Hører under', 'Part of'), e.up !== undefined ? link(e.up) : ''), fact(say('Ledes af', 'Led by'), e.lead !== undefined ? link(e.lead) : ''), fact(say('Under den hører', 'Below it'), first(from('up')))] : '',
      e.k === 'grant' ? [fact(say('Til', 'To'), e.to ? links(e.to) : '', e.lead ? say(' lederen af enheden', ' the leader of the unit') : ''), fact(say('Videregivet fra', 'Passed on from'), e.up !== undefined ? link(e.up) : ''), fact(say('Ved', 'By'), e.gr ? word('ground', e.gr) : '')] : '',
      e.k === 'involvement' ? [fact(say('Hvem', 'Who'), e.to ? links(e.to) : say('MED på beslutterens niveau', 'the MED body at the decider\u2019s level'), ' ', word('how', e.how), e.days !== undefined ? say(`, ${figure(e.days)} dage`, `, ${figure(e.days)} days`) : '')] : '',
      e.pow ? [fact(say('Beføjelse', 'Power'), e.pow.map((one) => word('power', one)).join(', ')), fact(say('Over', 'Over'), over.map((one, at) => [at ? '; ' : '', one])), fact(say('Inden for', 'Within'), e.in ? links(e.in) : '')] : '',
      e.k === 'duty' ? [fact(say('Skyldes', 'Owed to'), e.to ? links(e.to) : ''), fact(say('Retssikkerhed', 'Legal security'), e.ls ? say('ja', 'yes') : '')] : '',
      e.k === 'task' ? fact(say('Udføres af', 'Performed by'), e.by ? links(e.by) : '') : '', e.k === 'goal' ? fact(say('Sat af', 'Set by'), e.by ? links(e.by) : '') : '',
      fact(say('Nummer', 'Number'), e.code), fact(say('Binder', 'Binds'), e.b ? links(e.b, e.b_all) : ''), fact(say('Handler om', 'Concerns'), e.con ? links(e.con, e.con_all) : ''),
      fact(say('Hviler på', 'Rests on'), first(listedIn(e, 'basis'))), fact(say('Behøver', 'Needs'), first(listedIn(e, 'needs'))), fact(say('Tjener', 'Serves'), e.serves ? links(e.serves, e.serves_all) : ''),
      fact(say('Bruger', 'Uses'), e.uses ? links(e.uses, e.uses_all) : ''), fact(say('Strider mod', 'Conflicts with'), e.not ? links(e.not) : ''),
      fact(say('På den hviler', 'What rests on it'), first(from('basis'))), fact(say('Behøves af', 'Needed by'), first(from('needs'))), fact(say('Bruges af', 'Used by'), first(from('uses'))), fact(say('Tjenes af', 'Served by'), first(from('serves'))),
      e.k === 'actor' ? [fact(say('Har lavet', 'Made'), first(from('iss'))), fact(say('Er bundet af', 'Bound by'), first(from('b'))), fact(say('Har fået', 'Was given'), first(from('to'))), fact(say('Udfører', 'Performs'), first(from('by')))] : '',
      e.k === 'matter' ? fact(say('Regler om det', 'Rules about it'), first(from('con'))) : '',
      fact(say('Ramme', 'Frame'), e.fr ? word('frame', e.fr) : ''), fact(say('Gælder', 'Valid'), e.from || e.until ? `${e.from || ''} \u2013 ${e.until || ''}` : ''),
      fact(say('Kilde', 'Source'), e.src ? prose(e.src) : '', e.ed ? ` (${e.ed})` : '', e.eli ? [' ', web(e.eli)] : '', e.uri ? [' ', web(e.uri)] : ''),
      fact(say('Note', 'Note'), e.note ? prose(e.note) : ''), fact(say('Mærker', 'Tags'), e.tags ? e.tags.slice(0, 30).map((one) => [tag(cut(one, 60)), ' ']) : ''), fact('Id', h('code', {}, cut(e.id, shortest)))));
  };
  const cardBody = (i, heading) => {
    const e = whole(i);
    const full = e.n || e.id;
    return [h('header', { class: 'card-head' },
      h('p', { class: 'overline' }, e.k === 'rule' ? word('instrument', e.ins) : word('kind', e.k), e.int ? ' · ' + say('intern', 'internal') : '', e.st ? ' · ' + word('status', e.st) : stands(e) || e.k === 'matter' ? '' : ' · ' + say('gælder ikke', 'does not stand')),
      heading, full.length > shortest ? prose(full, shortest) : ''),
    e.k === 'rule' || e.k === 'task' || e.k === 'duty' ? why(e) : '', who(i, e), e.k === 'rule' || e.k === 'task' || e.k === 'duty' ? whatBreaks(e) : '', cost(e), claims(e), about(i, e)];
  };
  let chosen = -1, opener = null;
  const card = h('dialog', { id: 'card', 'aria-labelledby': 'card-title' });
  const wide = window.matchMedia('(min-width: 75rem)');
  const openCard = (i) => {
    if (chosen < 0) opener = document.activeElement;
    chosen = i;
    const heading = h('h2', { id: 'card-title', tabindex: '-1' }, name(i));
    empty(card, h('div', { class: 'card-bar' },
      tryButton(i), h('button', { type: 'button', onclick: () => printCards([i]) }, say('Udskriv', 'Print')),
      h('button', { type: 'button', class: 'close', onclick: closeCard }, say('Luk', 'Close'))), h('div', { class: 'card-body' }, cardBody(i, heading)));
    document.documentElement.classList.add('has-card');
    if (!card.open) { if (wide.matches) card.show(); else card.showModal(); }
    card.scrollTop = 0;
    heading.focus({ preventScroll: true });
    connect(i);
  };
  const closeCard = () => { state.e = ''; remember(); shutCard(); };
  const shutCard = () => {
    if (chosen < 0) return;
    chosen = -1;
    card.close();
    document.documentElement.classList.remove('has-card');
    connect(-1);
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
    opener = null;
  };
  card.addEventListener('cancel', (event) => { event.preventDefault(); closeCard(); });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && chosen >= 0) closeCard(); });
  wide.addEventListener('change', () => { if (card.open) { card.close(); if (wide.matches) card.show(); else card.showModal(); } });

  // ---- Try it: the same engine, on this page ------------------------------------------------------

  const bytesOf = async (text) => {
    const packed = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    return new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  };
  let answering;
  /** The engine with the model in it: ask(question) gives the answer. */
  const answerer = () => {
    answering = answering || (async () => {
      const module = await WebAssembly.compile(await bytesOf(engine));
      const imports = {};
      for (const { module: from, name: what } of WebAssembly.Module.imports(module)) {
        imports[from] = imports[from] || {};
        // The engine opens no file and reads no clock that matters; what it asks of a system, it does not get.
        imports[from][what] = what === 'proc_exit' ? () => { throw new Error('the engine ended'); } : () => 52;
      }
      const { exports } = await WebAssembly.instantiate(module, imports);
      exports._initialize();
      const give = (bytes, call) => {
        const at = exports.try_alloc(bytes.length + 1);
        new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
        const answer = call(at, bytes.length);
        exports.try_free(at);
        return answer === 0 ? '' : new TextDecoder().decode(new Uint8Array(exports.memory.buffer, answer, exports.try_length()));
      };
      const wrong = give(await bytesOf(document.getElementById('model').textContent), exports.try_model);
      if (wrong) throw new Error(wrong);
      return (question) => JSON.parse(give(new TextEncoder().encode(JSON.stringify(question)), exports.try_ask));
    })();
    return answering;
  };
  const removed = new Set();
  let tryBox, tryPick;
  const tryButton = (i) => {
    const e = elements[i];
    if (!engine || !(e.k === 'rule' || e.k === 'task')) return '';
    const button = h('button', { type: 'button', class: 'primary', 'aria-pressed': removed.has(i) ? 'true' : 'false', onclick: () => { if (removed.has(i)) removed.delete(i); else removed.add(i); button.setAttribute('aria-pressed', removed.has(i) ? 'true' : 'false'); tryNow(); } }, say('Prøv uden', 'Try without'));
    return button;
  };
  const tryNow = async () => {
    const list = [...removed];
    for (const [i, node] of chipOf) node.classList.toggle('out', removed.has(i));
    const chips = h('ul', { class: 'chips try-out' }, list.map((i) => h('li', {}, link(i), h('button', { type: 'button', 'aria-label': say('Tag tilbage: ', 'Put back: ') + plainName(i), onclick: () => { removed.delete(i); tryNow(); } }, '×'))));
    if (!list.length) { for (const node of chipOf.values()) node.classList.remove('falls'); empty(tryBox, h('p', { class: 'quiet' }, say('Intet er fjernet endnu.', 'Nothing is removed yet.'))); return; }
    try {
      const ask = await answerer();
      const answer = ask({ ask: 'what_breaks', remove: list.map((i) => elements[i].id), detail: 'full' });
      if (answer.error) throw new Error(answer.error.message || String(answer.error));
      const effects = (key) => (answer[key] || []).map((one) => numberOf(typeof one === 'string' ? one : one.id)).filter((i) => i !== undefined);
      const block = (key, label, kind) => { const found = effects(key); return found.length ? h('div', { class: 'effect ' + (kind || '') }, h('h4', {}, `${label} (${figure(found.length)})`), bullets(found.slice(0, 100), found.length)) : ''; };
      const fallen = new Set([...effects('lapsed'), ...effects('broken')]);
      for (const [i, node] of chipOf) node.classList.toggle('falls', fallen.has(i));
      empty(tryBox, chips, h('p', { class: 'big' }, effects('unmet_duties').length ? tag(say('ALARM', 'ALARM'), 'bad') : '', ' ', prose((answer.text && (answer.text[data.lang] || answer.text.da)) || '', 900)),
        h('div', { class: 'effects' }, block('unmet_duties', say('Pligter, der bliver uopfyldte', 'Duties that go unmet'), 'effect-bad'), block('broken', say('Kan ikke længere virke', 'Can no longer work')), block('lapsed', say('Mister deres grundlag', 'Lose their ground')),
          block('weakened', say('Står uden reserve', 'Stand with nothing to spare')), block('redundant', say('Kan så også undværes', 'Can go too')), block('unexamined', say('Ingen har undersøgt', 'Nobody has examined'))));
    } catch (error) {
      empty(tryBox, chips, h('p', { class: 'effect effect-bad' }, say('Maskinen kunne ikke svare i denne browser: ', 'The engine could not answer in this browser: ') + error.message));
    }
  };
  const trySection = () => {
    if (!engine) return '';
    tryBox = h('div', { 'aria-live': 'polite' });
    tryPick = h('select', { id: 'try-rule' }, h('option', { value: '' }, say('vælg en regel', 'choose a rule')));
    let filled = false;
    const fill = () => { if (filled) return; filled = true; for (const i of [...ownRules].sort(byName).slice(0, 3000)) tryPick.append(h('option', { value: i }, nameText(i))); };
    tryPick.addEventListener('focus', fill); tryPick.addEventListener('pointerdown', fill);
    if (rules.length < 500) fill();
    const node = section('try', say('Prøv: hvad hvis den ikke var der?', 'Try it: what if it were not there?'),
      say('Vælg regler, og se straks, hvad der går i stykker. Det regnes på siden her, af samme maskine som ellers; intet forlader computeren.', 'Choose rules and see at once what breaks. It is worked out on this page, by the same engine as elsewhere; nothing leaves the computer.'),
      h('div', { class: 'filters' }, h('label', {}, say('Fjern', 'Remove'), tryPick), h('button', { type: 'button', class: 'primary', onclick: () => { if (tryPick.value !== '') { removed.add(Number(tryPick.value)); tryNow(); } } }, say('Prøv', 'Try')),
        h('button', { type: 'button', onclick: () => { removed.clear(); tryNow(); } }, say('Tag alt tilbage', 'Put all back'))), tryBox);
    tryNow();
    return node;
  };

  // ---- Print ------------------------------------------------------------------------------------

  const printed = h('div', { id: 'print' });
  const printCards = (list) => {
    empty(printed, list.map((i) => h('article', { class: 'card-print' }, cardBody(i, h('h2', {}, name(i))))));
    document.documentElement.classList.add('print-cards');
    window.print();
  };
  let opened = [];
  window.addEventListener('beforeprint', () => {
    rest();
    opened = [...document.querySelectorAll('.alarm:not([open])')];
    for (const one of opened) one.open = true;
  });
  window.addEventListener('afterprint', () => { for (const one of opened) one.open = false; document.documentElement.classList.remove('print-cards'); printed.replaceChildren(); });

  // ---- The address says what is shown -----------------------------------------------------------

  const addressOf = () => {
    const said = new URLSearchParams();
    for (const [key, value] of Object.entries(state)) if (value !== defaults[key]) said.set(key, value);
    return said.toString();
  };
  let written = '';
  const remember = () => {
    written = addressOf();
    history.replaceState(null, '', written ? '#' + written : location.pathname + location.search);
  };
  const follow = () => {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes('=')) {  // a part of the page
      rest();
      const target = document.getElementById(hash);
      if (target) target.scrollIntoView();
      return;
    }
    if (hash === written && chosen >= 0) return;
    const said = new URLSearchParams(hash);
    // A link to a card says the card alone: what is searched for stays.
    const cardAlone = said.has('e') && [...said.keys()].length === 1 && ready;
    if (!cardAlone) {
      for (const key of Object.keys(state)) state[key] = said.has(key) ? said.get(key) : defaults[key];
      if (!sorts[state.sort]) state.sort = defaults.sort;
      for (const [key, control] of Object.entries(controls)) control.value = state[key];
      showList();
    } else state.e = said.get('e');
    const i = numberOf(state.e);
    if (i !== undefined) openCard(i); else shutCard();
    if (cardAlone) remember();
  };

  // ---- All of it --------------------------------------------------------------------------------

  let ready = false;
  const parts = [['chain', say('Kæden', 'Chain')], ['hours', say('Timer', 'Hours')], ['heaps', say('Bunker', 'Heaps')], ['wins', say('Gevinster', 'Wins')], ['alarms', say('Alarmer', 'Alarms')], ['rules', say('Regler', 'Rules')]];
  if (engine) parts.push(['try', say('Prøv', 'Try it')]);
  const main = h('main', { id: 'main', tabindex: '-1' }, head(), chain(),
    [hours, heapSection, winSection, alarmSection].map((make) => postpone('div', make)), listSection(), trySection());
  empty(document.getElementById('page'),
    h('a', { class: 'skip', href: '#main' }, say('Gå til indholdet', 'Skip to the content')),
    h('nav', { class: 'parts', 'aria-label': say('Sidens dele', 'Parts of the page') }, h('ul', {}, parts.map(([id, text]) => h('li', {}, h('a', { href: '#' + id }, text))))),
    h('div', { class: 'layout' }, main, card),
    h('footer', {}, h('p', {}, say('Skrevet af regelgraf ud fra det, nogen har skrevet ned. Siden henter og sender intet. Den siger ikke, om en beslutning er lovlig.', 'Written by regelgraf from what somebody wrote down. The page loads and sends nothing. It does not say whether a decision is lawful.')),
      h('p', { class: 'quiet' }, say('Modellen: ', 'The model: '), h('bdi', {}, cut(data.model.id, 80)), ' · SHA-256 ', h('code', {}, data.model.digest))),
    printed);
  window.addEventListener('hashchange', follow);
  let resizing;
  window.addEventListener('resize', () => { clearTimeout(resizing); resizing = setTimeout(redraw, 120); });
  follow();
  ready = true;
  document.documentElement.dataset.ready = 'yes';
  requestAnimationFrame(() => setTimeout(fill));
})();
