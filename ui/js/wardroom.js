/*
 * wardroom.js -- what makes pages quicker, never what makes them work.
 *
 * Every link and form here works without it.  It swaps a named part of the page instead of
 * the whole (data-into), shows the progress of uploads (data-upload), asks before what
 * cannot be taken back (data-confirm), looks records up while one types (data-find), warns
 * of unsaved text (data-unsaved), and opens the search box on Ctrl K or Cmd K.
 */
'use strict';

(() => {
	const html = window.trustedTypes ? window.trustedTypes.createPolicy('wardroom',
						   {createHTML : (text) => text})
					 : {createHTML : (text) => text};
	const french = document.documentElement.lang.startsWith('fr');
	const words = french
		? {
			  go : 'Continuer',
			  back : 'Annuler',
			  search : 'Rechercher ou aller à',
			  failed : 'Le serveur n’a pas répondu. Réessayez.',
			  none : 'Aucun résultat',
			  all : 'Rechercher partout',
			  stopped : 'Le téléversement a été annulé.',
			  sent : 'Le fichier est arrivé; le texte est en cours de lecture.',
		  }
		: {
			  go : 'Continue',
			  back : 'Cancel',
			  search : 'Search or go to',
			  failed : 'The server did not answer. Try again.',
			  none : 'No result',
			  all : 'Search everywhere',
			  stopped : 'The upload was cancelled.',
			  sent : 'The file has arrived; its text is being read.',
		  };

	function make(name, attributes = {}, ...children) {
		const made = document.createElement(name);
		for (const [key, value] of Object.entries(attributes))
			made.setAttribute(key, value);
		made.append(...children);
		return made;
	}

	function say(text) {
		const live = document.getElementById('live');
		if (live)
			live.textContent = text;
	}

	/* ---- parts of pages ---- */

	function parse(text) {
		return new DOMParser().parseFromString(html.createHTML(text), 'text/html');
	}

	function focusIn(part) {
		const target = part.querySelector('.errors, [data-first]') ||
			part.querySelector('h1, h2');
		if (!target)
			return;
		if (!target.matches('button, a, input'))
			target.setAttribute('tabindex', '-1');
		target.focus({preventScroll : !target.matches('.errors')});
	}

	/* True when the part was found in the answer and put in place. */
	function put(text, name, address) {
		const page = parse(text);
		const now = document.getElementById(name);
		const then = page.getElementById(name);
		if (!now || !then)
			return false;
		const said = page.querySelector('.said');
		const token = page.querySelector('form.find');
		now.replaceWith(document.importNode(then, true));
		document.title = page.title;
		if (address && address !== location.href)
			history.pushState({part : name}, '', address);
		say(said && token ? said.textContent.trim() : page.title);
		arrive(document.getElementById(name));
		return true;
	}

	function clean(address) {
		const url = new URL(address);
		url.searchParams.delete('said');
		return url.href;
	}

	async function swap(address, options, name) {
		const part = document.getElementById(name);
		if (part)
			part.setAttribute('aria-busy', 'true');
		try {
			const answer = await fetch(
				address, {credentials : 'same-origin', ...options});
			const kind = answer.headers.get('content-type') || '';
			const text =
				kind.startsWith('text/html') ? await answer.text() : '';
			if (text && put(text, name, clean(answer.url)))
				return focusIn(document.getElementById(name));
			/* Not the page that was expected: a sign-in, or what failed. */
			if (text && options.method && put(text, 'main', ''))
				return focusIn(document.getElementById('main'));
			location.href = answer.url;
		} catch (error) {
			if (part)
				part.removeAttribute('aria-busy');
			say(words.failed);
		}
	}

	document.addEventListener('click', (event) => {
		const link = event.target.closest('a[data-into]');
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey ||
			event.button !== 0)
			return;
		event.preventDefault();
		swap(link.href, {}, link.dataset.into);
	});

	document.addEventListener('submit', (event) => {
		const form = event.target;
		if (event.defaultPrevented || !form.matches('form[data-into]'))
			return;
		const data = new URLSearchParams(new FormData(form, event.submitter));
		event.preventDefault();
		if (form.method === 'get') {
			const address = new URL(form.action);
			for (const [key, value] of data)
				if (value)
					address.searchParams.append(key, value);
			swap(address.href, {}, form.dataset.into);
		} else {
			swap(form.action, {method : 'POST', body : data},
				form.dataset.into);
		}
	});

	window.addEventListener('popstate', () => location.reload());

	/* A key held down presses a button once: what it did may bring the next button. */
	document.addEventListener('keydown', (event) => {
		if (event.repeat && event.key === 'Enter' && event.target.closest('button'))
			event.preventDefault();
	});

	/* ---- asking first ---- */

	function ask(text, then) {
		const go = make('button', {class : 'btn main', type : 'button'}, words.go);
		const back = make('button', {class : 'btn', type : 'button'}, words.back);
		const box = make('dialog', {'aria-labelledby' : 'ask'},
			make('p', {id : 'ask'}, text),
			make('div', {class : 'btns'}, go, back));
		go.addEventListener('click', () => {
			box.close();
			then();
		});
		back.addEventListener('click', () => box.close());
		box.addEventListener('close', () => box.remove());
		document.body.append(box);
		box.showModal();
	}

	document.addEventListener('click', (event) => {
		const button = event.target.closest('[data-confirm]');
		if (!button)
			return;
		event.preventDefault();
		event.stopImmediatePropagation();
		ask(button.dataset.confirm,
			() => button.form.requestSubmit
				? (button.removeAttribute('data-confirm'),
					  button.form.requestSubmit(button))
				: button.form.submit());
	}, true);

	/* ---- uploads ---- */

	function upload(form, submitter) {
		const box = form.querySelector('.progress');
		const bar = box.querySelector('progress');
		const request = new XMLHttpRequest();
		const end = (text) => {
			box.hidden = true;
			form.removeAttribute('aria-busy');
			if (text)
				say(text);
		};
		box.hidden = false;
		bar.value = 0;
		form.setAttribute('aria-busy', 'true');
		request.upload.addEventListener('progress', (event) => {
			if (event.lengthComputable)
				bar.value = Math.round(event.loaded / event.total * 100);
		});
		request.upload.addEventListener('load', () => {
			bar.removeAttribute('value');
			say(words.sent);
		});
		request.addEventListener('error', () => end(words.failed));
		request.addEventListener('abort', () => end(words.stopped));
		request.addEventListener('load', () => {
			end('');
			form.dataset.saved = 'yes';
			const moved = new URL(request.responseURL);
			if (request.status < 400 &&
				moved.pathname !== new URL(form.action).pathname)
				location.href = request.responseURL;
			else if (put(request.responseText, 'main', ''))
				focusIn(document.getElementById('main'));
			unsaved = document.querySelector('#errors ~ form[data-unsaved]');
		});
		box.querySelector('[data-cancel]').onclick = () => request.abort();
		request.open('POST', form.action);
		request.send(new FormData(form, submitter));
		box.querySelector('[data-cancel]').focus();
	}

	document.addEventListener('submit', (event) => {
		const form = event.target;
		if (event.defaultPrevented || !form.matches('form[data-upload]'))
			return;
		const chosen = [...form.querySelectorAll('input[type="file"]') ].some(
			(i) => i.files.length);
		if (!chosen)
			return;
		event.preventDefault();
		upload(form, event.submitter);
	});

	for (const kind of ['dragover', 'dragleave', 'drop']) {
		document.addEventListener(kind, (event) => {
			const area = event.target.closest && event.target.closest('.drop');
			if (!area)
				return;
			area.classList.toggle('over', kind === 'dragover');
			if (kind === 'dragleave')
				return;
			event.preventDefault();
			if (kind === 'drop' && event.dataTransfer.files.length) {
				const input = area.querySelector('input[type="file"]');
				input.files = event.dataTransfer.files;
				input.focus();
			}
		});
	}

	/* ---- jobs that go on ---- */

	/* Looks again each second; focus stays where it was when it is still there. */
	async function poll(box) {
		const name = box.id;
		try {
			const answer = await fetch(
				location.href, {credentials : 'same-origin'});
			const then = parse(await answer.text()).getElementById(name);
			if (!box.isConnected)
				return;
			if (then && then.innerHTML !== box.innerHTML) {
				const at = document.activeElement.id;
				const next = document.importNode(then, true);
				box.replaceWith(next);
				const again = at && document.getElementById(at);
				if (again)
					again.focus({preventScroll : true});
				box = next;
			}
		} catch (error) {
			/* The next look may succeed. */
		}
		if (box.dataset.poll === 'yes')
			setTimeout(() => poll(box), 1000);
		else if (box.dataset.go)
			location.href = box.dataset.go;
		else
			say(box.querySelector('.chip').textContent);
	}

	/* ---- looking up ---- */

	let asked = 0;

	async function find(address, text) {
		const turn = ++asked;
		const url = new URL(address, location.href);
		url.searchParams.set('q', text);
		const answer = await fetch(url, {credentials : 'same-origin'});
		const found = answer.ok ? await answer.json() : [];
		return turn === asked ? found : null;
	}

	/* A list under a field: arrows choose, Enter takes, Esc closes. */
	function suggest(input, address, take, extra) {
		const id = 'found-' + (input.id || 'k');
		const list = make('ul', {
			class : 'found',
			id,
			role : 'listbox',
			'aria-label' : words.search
		});
		let at = -1, timer = 0;
		list.hidden = true;
		input.setAttribute('role', 'combobox');
		input.setAttribute('aria-autocomplete', 'list');
		input.setAttribute('aria-expanded', 'false');
		input.setAttribute('aria-controls', id);
		input.after(list);

		const close = () => {
			list.hidden = true;
			at = -1;
			input.setAttribute('aria-expanded', 'false');
			input.removeAttribute('aria-activedescendant');
		};
		const move = (to) => {
			const options = [...list.children ].filter((o) => o.take);
			if (!options.length)
				return;
			at = (to + options.length) % options.length;
			options.forEach((o, i) => o.setAttribute(
						'aria-selected', String(i === at)));
			options.forEach((o, i) => o.classList.toggle('at', i === at));
			input.setAttribute('aria-activedescendant', options[at].id);
			options[at].scrollIntoView({block : 'nearest'});
		};
		const show = (found) => {
			if (!found)
				return;
			list.replaceChildren(...found.map((one, i) => {
				const option = make('li', {
					role : 'option',
					id : id + '-' + i,
					'aria-selected' : 'false'
				},
					one.title + ' ',
					make('span', {class : 'sub'}, [ one.code,
						one.type ].filter(Boolean).join(', ')));
				option.addEventListener('mousedown', (event) => {
					event.preventDefault();
					take(one);
					close();
				});
				option.take = () => take(one);
				return option;
			}));
			if (!found.length)
				list.append(make('li', {
					class : 'sub',
					role : 'option',
					'aria-disabled' : 'true'
				},
					words.none));
			list.hidden = !input.value.trim() && !found.length;
			input.setAttribute('aria-expanded', String(!list.hidden));
			at = -1;
			if (!found.length)
				say(words.none);
		};
		input.addEventListener('input', () => {
			clearTimeout(timer);
			timer = setTimeout(
				() => find(address, input.value.trim()).then(show, close),
				120);
		});
		input.addEventListener('blur', () => setTimeout(close, 100));
		input.addEventListener('keydown', (event) => {
			if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
				event.preventDefault();
				move(at + (event.key === 'ArrowDown' ? 1 : -1));
			} else if (event.key === 'Enter' && at >= 0) {
				event.preventDefault();
				list.children[at].take();
				close();
			} else if (event.key === 'Enter' && extra) {
				event.preventDefault();
				extra(input.value.trim());
			} else if (event.key === 'Escape' && !list.hidden) {
				event.stopPropagation();
				event.preventDefault();
				close();
			}
		});
	}

	function chooser(box) {
		const input = box.querySelector('input');
		suggest(input, box.dataset.find, (one) => {
			input.value = one.code + ' ' + one.title;
			input.dispatchEvent(new Event('change', {bubbles : true}));
		});
	}

	/* ---- Ctrl K ---- */

	function palette() {
		const input = make('input', {
			type : 'search',
			'aria-label' : words.search,
			placeholder : words.search,
			id : 'palette'
		});
		const box = make(
			'dialog', {class : 'palette', 'aria-label' : words.search}, input);
		suggest(input, '/find/any', (one) => { location.href = one.href; },
			(text) => {
				location.href = '/search?q=' + encodeURIComponent(text);
			});
		box.addEventListener('keydown', (event) => {
			if (event.key !== 'Escape')
				return;
			event.preventDefault();
			event.stopPropagation();
			box.close();
		}, true);
		box.addEventListener('close', () => box.remove());
		document.body.append(box);
		box.showModal();
		input.focus();
	}

	document.addEventListener('keydown', (event) => {
		if ((event.ctrlKey || event.metaKey) && !event.altKey &&
			event.key.toLowerCase() === 'k' && document.getElementById('q')) {
			event.preventDefault();
			if (!document.querySelector('dialog[open]'))
				palette();
		}
	});

	/* ---- text that is not saved ---- */

	let unsaved = null;
	document.addEventListener('input', (event) => {
		const form = event.target.closest('form[data-unsaved]');
		if (form)
			unsaved = form;
	});
	/* Another form, such as the one that signs out, would lose what this one holds. */
	document.addEventListener('submit', (event) => {
		if (event.target === unsaved)
			unsaved = null;
	});
	window.addEventListener('beforeunload', (event) => {
		if (unsaved && unsaved.isConnected && unsaved.dataset.saved !== 'yes')
			event.preventDefault();
	});

	/* ---- all rows of a page at once ---- */

	/* The boxes of the same form by the name that `all` says. */
	function rowsOf(all) {
		return [...all.form.elements ].filter(box => box.name === all.dataset.all);
	}
	function followRows(all) {
		const rows = rowsOf(all);
		const chosen = rows.filter(box => box.checked).length;
		all.checked = rows.length > 0 && chosen === rows.length;
		all.indeterminate = chosen > 0 && chosen < rows.length;
	}
	document.addEventListener('change', (event) => {
		const box = event.target;
		if (!box.form || box.type !== 'checkbox')
			return;
		if (box.dataset.all)
			for (const row of rowsOf(box))
				row.checked = box.checked;
		for (const all of box.form.querySelectorAll('[data-all]'))
			followRows(all);
	});

	/* ---- what a part needs when it has come ---- */

	function arrive(part) {
		for (const box of part.querySelectorAll('[data-find]'))
			chooser(box);
		for (const all of part.querySelectorAll('[data-all]')) {
			all.parentElement.hidden = false;
			followRows(all);
		}
		for (const box of part.querySelectorAll('[data-poll="yes"]'))
			setTimeout(() => poll(box), 700);
		/* In panes of their own: the passage in question, and the part that is
		 * shown. */
		for (const [pane, wanted] of [
			     [ '.bench .text', '.pass.chosen, .pass.proposed' ],
			     [ '.bench .parts', '[aria-current]' ]]) {
			const box = part.querySelector(pane);
			const target = box && box.querySelector(wanted);
			if (!target)
				continue;
			const around = box.getBoundingClientRect();
			const place = target.getBoundingClientRect();
			if (place.top < around.top || place.bottom > around.bottom)
				box.scrollTop += place.top - around.top - 80;
		}
	}

	arrive(document.body);
	if (new URLSearchParams(location.search).has('said')) {
		history.replaceState(history.state, '', clean(location.href));
		const first = document.querySelector('[data-first]');
		if (first)
			first.focus({preventScroll : true});
	}
	const errors = document.getElementById('errors');
	if (errors) {
		errors.focus();
		unsaved = document.querySelector('#errors ~ form[data-unsaved]');
	}
})();
