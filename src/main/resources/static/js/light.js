// Our colours are made for light paper; Pico would follow the system into the dark halfway.
document.documentElement.dataset.theme = 'light';
