"""The forms about clients, staff and places: names as their actions name them."""
