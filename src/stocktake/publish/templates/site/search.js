// Search without a server. The lists are scripts, loaded when somebody looks for something. Everything that is found is
// written as text, never as markup.
(function () {
  "use strict";
  const form = document.getElementById("search");
  const words = document.getElementById("words");
  const results = document.getElementById("results");
  const state = document.getElementById("status");
  const MOST = 50;
  const AROUND = 90;
  let lists = null;

  function plain(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function load(address) {
    return new Promise(function (done) {
      const script = document.createElement("script");
      script.src = address;
      script.onload = script.onerror = done;
      document.head.append(script);
    });
  }

  function around(text, word) {
    const at = Math.max(plain(text).indexOf(word), 0);
    const from = at > AROUND ? text.indexOf(" ", at - AROUND) + 1 : 0;
    const end = text.length > from + 2 * AROUND ? from + 2 * AROUND : text.length;
    return (from ? "… " : "") + text.slice(from, end) + (end < text.length ? " …" : "");
  }

  function item(entry, word) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    const about = document.createElement("span");
    link.href = entry[0];
    link.textContent = entry[1];
    about.className = "about";
    about.dir = link.dir = "auto";
    about.textContent = around(entry[2], word);
    line.append(link, about);
    return line;
  }

  function rank(entry, wanted) {
    const name = plain(entry[1]);
    return wanted.every(function (word) { return name.includes(word); }) ? 0 : 1;
  }

  async function look(event) {
    event.preventDefault();
    lists = lists || Promise.all([load(form.dataset.names), load(form.dataset.texts)]);
    await lists;
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    const found = wanted.length === 0 ? [] : (self.stocktakeFound || []).filter(function (entry) {
      const all = plain(entry[1] + " " + entry[2]);
      return wanted.every(function (word) { return all.includes(word); });
    });
    found.sort(function (one, other) { return rank(one, wanted) - rank(other, wanted); });
    results.replaceChildren.apply(results, found.slice(0, MOST).map(function (entry) {
      return item(entry, wanted[0]);
    }));
    state.textContent = found.length ? form.dataset.found + " " + found.length : form.dataset.none;
  }

  form.addEventListener("submit", look);
  form.hidden = false;
})();
