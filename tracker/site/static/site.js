/* Comforts only; every page works without. n/p: next and previous change. A link into a fold opens it. */
"use strict";
(function () {
  var keys = document.querySelector(".keys");
  var changes = Array.prototype.slice.call(document.querySelectorAll(".change"));
  if (keys && changes.length) keys.hidden = false;

  function open(node) {
    for (; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  }

  function reach() {
    var id = decodeURIComponent(location.hash.slice(1));
    var node = id && document.getElementById(id);
    if (!node) return;
    open(node);
    node.scrollIntoView();
  }

  function at() {
    var marked = document.querySelector(".change.here");
    if (marked) return changes.indexOf(marked);
    var found = -1;
    changes.forEach(function (c, i) { if (c.getBoundingClientRect().top < 4) found = i; });
    return found;
  }

  function go(step) {
    if (!changes.length) return;
    var next = Math.max(0, Math.min(changes.length - 1, at() + step));
    changes.forEach(function (c) { c.classList.remove("here"); });
    var node = changes[next];
    node.classList.add("here");
    open(node);
    node.scrollIntoView();
    (node.tagName === "DETAILS" ? node.querySelector("summary") : node).focus({ preventScroll: true });
    history.replaceState(null, "", "#" + node.id);
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) return;
    if (event.key === "n") go(1);
    else if (event.key === "p") go(-1);
    else if (event.key === "/") {
      var box = document.querySelector("input[type=search]");
      if (box) { event.preventDefault(); box.focus(); }
    }
  });

  if (window.matchMedia("(max-width: 60rem)").matches)
    document.querySelectorAll(".outlinebox > details").forEach(function (d) { d.open = false; });
  function hint() {
    document.querySelectorAll(".wide").forEach(function (w) { w.classList.toggle("over", w.scrollWidth > w.clientWidth + 8); });
  }
  window.addEventListener("resize", hint);
  document.addEventListener("toggle", hint, true);
  hint();
  window.addEventListener("hashchange", reach);
  reach();
})();
