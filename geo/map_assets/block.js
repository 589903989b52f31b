// The page's block of events: plain JSON, or for many events deflated, as text.
function readBlock(node, then) {
  const text = node.textContent;
  const done = (json) => {
    node.remove();
    then(JSON.parse(json));
  };
  if (node.type === "application/json") done(text);
  else if (typeof DecompressionStream === "undefined") part("total").textContent = say("browser_too_old");
  else inflated(text).then(done);
}

function inflated(base64) {
  const letters = atob(base64), bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
}
