"""The recipes of every room, by `room/piece`."""

from tests.museum.recipes import camera, films, guards, library, links, person

_ROOMS = {
    "guards": guards.RECIPES,
    "links": links.RECIPES,
    "camera": camera.RECIPES,
    "library": library.RECIPES,
    "person": person.RECIPES,
    "films": films.RECIPES,
}
RECIPES = {
    f"{room}/{name}": made for room, recipes in _ROOMS.items() for name, made in recipes.items()
}
