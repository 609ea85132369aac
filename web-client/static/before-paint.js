// Runs before the first paint (the build puts it into index.html):
// the reader's own choice of theme (only if one was made), the language of the address and
// whether it is an embedded figure's.
(function () {
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (e) {
    // Storage can be switched off; the system's theme is used then.
  }
  // An embedded figure does not begin with the header.
  if (/\/embed(\/|$)/.test(location.pathname)) root.dataset.embed = '';
  // The build writes the list of src/lib/i18n/language.ts here.
  var locales = { es: 'es-MX', en: 'en' };
  var asked = new URLSearchParams(location.search).get('lang');
  if (Object.keys(locales).includes(asked)) root.lang = asked;
  // While the page's code is on its way there is time for what is slow only the first time: the browser reads what it
  // knows about the numbers and dates of a language, and what it stored for this page.
  var locale = locales[root.lang];
  [
    function () { new Intl.NumberFormat(locale).format(0); },
    function () { new Intl.DateTimeFormat(locale, { month: 'long' }).format(0); },
    function () { new Intl.ListFormat(locale).format(['']); },
    function () { sessionStorage.length; },
  ].forEach(function (warm) {
    setTimeout(function () {
      try { warm(); } catch (e) { /* Whoever needs it will see why it fails. */ }
    });
  });
})();
