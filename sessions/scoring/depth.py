"""How deep the face is at rest at every place of a small canvas: a smooth surface through the
rest landmarks, so that a turned head can be turned back pixel by pixel.

The surface is a thin-plate spline (Duchon 1977) with a little smoothing, solved once a rest
on a coarse grid. It needs numpy only.
"""

from functools import lru_cache

import numpy as np

from sessions.scoring.arrays import Floats

SMOOTHING = 1e-3
"""Relative weight of smoothness: the landmark depths are themselves smooth."""


def surface(head: Floats, xs: Floats, ys: Floats, *, every: int = 1) -> Floats:
    """Depth in mm at the grid ys x xs (head-frame mm), through `head` (n, 3).

    Outside the face the depth stays within that of the landmarks. Only each `every`-th column and
    row is solved for; between them it is straight.
    """
    if every > 1:
        columns, rows = xs[::every], ys[::every]
        return _between(ys, rows) @ surface(head, columns, rows) @ _between(xs, columns).T
    unit = float(np.abs(head[:, :2]).max())
    sites = head[:, :2] / unit
    weights = _weights(np.column_stack([sites, head[:, 2]]).tobytes())
    grid_x, grid_y = np.meshgrid(xs / unit, ys / unit)
    where = np.column_stack([grid_x.ravel(), grid_y.ravel()])
    bend = _kernel(where, sites) @ weights[: len(sites)]
    depth = bend + weights[-3] + where @ weights[-2:]
    low, high = float(head[:, 2].min()), float(head[:, 2].max())
    return np.clip(depth, low, high).reshape(len(ys), len(xs))


@lru_cache(maxsize=2)
def _weights(points: bytes) -> Floats:
    """Of each site, then of the plane; a head is asked for several grids in a row."""
    sites, depth = np.split(np.frombuffer(points).reshape(-1, 3), [2], axis=1)
    kernel = _kernel(sites, sites)
    kernel[np.diag_indices_from(kernel)] += SMOOTHING * len(sites)
    plane = np.column_stack([np.ones(len(sites)), sites])
    system = np.block([[kernel, plane], [plane.T, np.zeros((3, 3))]])
    return np.asarray(np.linalg.solve(system, [*depth[:, 0], 0.0, 0.0, 0.0]), dtype=np.float64)


def _kernel(a: Floats, b: Floats) -> Floats:
    squared = np.subtract.outer(a[:, 0], b[:, 0]) ** 2
    squared += np.subtract.outer(a[:, 1], b[:, 1]) ** 2
    bent = np.log(np.maximum(squared, 1e-12))
    bent *= 0.5 * squared
    return bent


def _between(at: Floats, knots: Floats) -> Floats:
    """(len(at), len(knots)): how much each knot counts at each place."""
    return np.column_stack([np.interp(at, knots, one) for one in np.eye(len(knots))])
