"""Routines of the program with their own order and limits, each exercise done shortly."""

from tests.museum.recipes.links import ladder
from tests.museum.sessions_made import Made, of_library

RECIPES = {
    "bells-2-steady": Made(of_library("bells-2", 2)),
    "bells-3-linked": Made(of_library("bells-3", 2), "linked-eye", rate=10),
    "first-flickers-still": Made(of_library("first-flickers"), "flaccid", rate=8, most_s=300.0),
    "flaccid-care": Made(of_library("flaccid-care"), "flaccid", rate=8, most_s=300.0),
    "linked-movement-small": Made(
        of_library("linked-movement"),
        "known-linked",
        rate=8,
        plan=ladder(pucker_eye=40.0, smile_eye=40.0),
        most_s=300.0,
    ),
}
