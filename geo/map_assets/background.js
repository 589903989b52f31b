// What stands behind the events without a network: land and borders.
// countries: [[name, [lat, lng] of its label, size, [ring in hundredths of a degree, ...]], ...]
function landOf(countries) {
  return countries.flatMap(([, , , rings]) => rings.map((steps) => {
    const ring = worldRing(unrolled(steps, 100));
    return {rings: [ring], box: boxOf([ring])};
  }));
}

function paintLand(ctx, view, land, palette) {
  const seen = land.filter((part) => overlap(part.box, view.box));
  ctx.beginPath();
  for (const part of seen) traceRings(ctx, view, part.rings);
  ctx.fillStyle = palette.land;
  ctx.fill();
  ctx.strokeStyle = palette.border;
  ctx.lineWidth = 0.9;
  ctx.lineJoin = "round";
  ctx.stroke();
}
