"""References of the Military Grid Reference System -> latitude and longitude. WGS 84."""

from __future__ import annotations

from math import atan, atanh, cos, cosh, degrees, sin, sinh, sqrt

EQUATORIAL_M, FLATTENING = 6378137.0, 1 / 298.257223563
SCALE, FALSE_EASTING = 0.9996, 500_000.0
N = FLATTENING / (2 - FLATTENING)
RECTIFYING_M = EQUATORIAL_M / (1 + N) * (1 + N**2 / 4 + N**4 / 64)
ECCENTRICITY = 2 * sqrt(N) / (1 + N)
BACK = (N / 2 - 2 / 3 * N**2 + 37 / 96 * N**3, N**2 / 48 + N**3 / 15, 17 / 480 * N**3)
"""Coefficients of the inverse transverse Mercator series (Krüger, third order): below a centimetre."""
BANDS = "CDEFGHJKLMNPQRSTUVWX"
"""Of eight degrees each from 80 south on, the last one of twelve."""
COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
ROWS = "ABCDEFGHJKLMNPQRSTUV"
SQUARE_M = 100_000
CYCLE_M = SQUARE_M * len(ROWS)
"""After so many metres the letters of the rows begin again."""
NEWTON_STEPS = 3
"""Karney (2011): the second already reaches the last digit of a float."""
MARGIN = 1.5
"""Degrees: a square may reach out of its band."""


class BadGrid(ValueError):
    """No reference to any square of the grid."""


def grid_point(zone: int, band: str, square: str, digits: str) -> tuple[float, float]:
    """Latitude and longitude of the middle of a cell: `grid_point(38, "S", "MB", "4488")`.

    `digits` are an even number, eastings first. BadGrid where zone, band and letters fit no square.
    """
    if not 1 <= zone <= 60 or band not in BANDS or len(square) != 2 or len(digits) % 2:
        raise BadGrid(f"{zone}{band}{square}{digits}")
    column, row = COLUMNS[(zone - 1) % 3].find(square[0]), ROWS.find(square[1])
    if column < 0 or row < 0:
        raise BadGrid(f"no square {square} in zone {zone}")
    half = len(digits) // 2
    cell = SQUARE_M / 10**half
    east, north = (int(d or 0) * cell + cell / 2 for d in (digits[:half], digits[half:]))
    easting = (column + 1) * SQUARE_M + east
    # The letters of the rows start five squares later in every second zone.
    north += (row - (5 if zone % 2 == 0 else 0)) % len(ROWS) * SQUARE_M
    for lap in range(5):
        lat, lon = utm_point(zone, band >= "N", easting, north + lap * CYCLE_M)
        if _in_band(lat, band):
            return lat, lon
    raise BadGrid(f"no square {square} in band {zone}{band}")


def utm_point(zone: int, is_north: bool, easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude of a point of the Universal Transverse Mercator grid, metres."""
    xi = (northing - (0 if is_north else 10_000_000.0)) / (SCALE * RECTIFYING_M)
    eta = (easting - FALSE_EASTING) / (SCALE * RECTIFYING_M)
    orders = [(2 * i, b) for i, b in enumerate(BACK, 1)]
    flat_xi = xi - sum(b * sin(i * xi) * cosh(i * eta) for i, b in orders)
    flat_eta = eta - sum(b * cos(i * xi) * sinh(i * eta) for i, b in orders)
    tangent = sin(flat_xi) / sqrt(sinh(flat_eta) ** 2 + cos(flat_xi) ** 2)
    lon = zone * 6 - 183 + degrees(atan(sinh(flat_eta) / cos(flat_xi)))
    return degrees(atan(_geodetic(tangent))), lon


def _geodetic(conformal: float) -> float:
    """The tangent of the latitude, given that of the conformal latitude, by Newton's method."""
    tau, rest = conformal, 1 - ECCENTRICITY**2
    for _ in range(NEWTON_STEPS):
        length = sqrt(1 + tau * tau)
        sigma = sinh(ECCENTRICITY * atanh(ECCENTRICITY * tau / length))
        bent = tau * sqrt(1 + sigma * sigma) - sigma * length
        tau += (conformal - bent) / sqrt(1 + bent * bent) * (1 + rest * tau * tau) / (rest * length)
    return tau


def _in_band(lat: float, band: str) -> bool:
    south = -80.0 + 8 * BANDS.index(band)
    return south - MARGIN <= lat <= south + (12 if band == "X" else 8) + MARGIN
