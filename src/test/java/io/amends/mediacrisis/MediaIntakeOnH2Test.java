package io.amends.mediacrisis;

class MediaIntakeOnH2Test extends MediaIntakeContract {}
