// Elements. Every word of an article goes in by textContent: nothing in it can become an element.
function put(parent, tag, text, className) {
  const node = document.createElement(tag);
  if (text !== undefined && text !== null) node.textContent = text;
  if (className) node.className = className;
  parent.append(node);
  return node;
}

// The same for words of an article, which may run from right to left.
function putTold(parent, tag, text, className) {
  const node = put(parent, tag, text, className);
  node.dir = "auto";
  return node;
}

function button(parent, words, className, act) {
  const node = put(parent, "button", words, className);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}

function part(id) {
  return document.getElementById(id);
}

// A link where the address is one that a browser may follow to a page; else plain words.
function webLink(parent, words, url) {
  if (url === null || !/^https?:\/\//i.test(url)) return putTold(parent, "span", words);
  const link = putTold(parent, "a", words);
  link.href = url;
  link.rel = "noopener noreferrer";
  link.target = "_blank";
  return link;
}

// Runs once when calls have ceased for so long.
function settled(act, ms) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...values), ms);
  };
}
