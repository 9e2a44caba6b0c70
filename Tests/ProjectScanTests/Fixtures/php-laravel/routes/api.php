<?php
Route::post('/objects/people/records', [PersonController::class, 'store']);
Route::get('/notes', fn () => []);
